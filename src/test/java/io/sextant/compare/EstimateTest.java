package io.sextant.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EstimateTest {

  @Test
  void theIntervalIsStudents() {
    // Student's t for 95 % and 9 degrees of freedom is 2.262157163.
    Estimate estimate = Estimate.of(.5, .04, 9);
    assertThat(estimate.low()).isEqualTo(.5 - 2.262157163 * .04, within(1e-9));
  }

  @Test
  void theDifferenceOfIndependentEstimatesIsWelchs() {
    Estimate difference = new Estimate(.7, .03, 20).minus(new Estimate(.5, .04, 10));
    assertThat(difference.value()).isEqualTo(.2, within(1e-12));
    assertThat(difference.error()).isEqualTo(.05, within(1e-12));
    double degrees = Math.pow(.05, 4) / (Math.pow(.03, 4) / 20 + Math.pow(.04, 4) / 10);
    assertThat(difference.degrees()).isEqualTo(degrees, within(1e-9));
  }

  @Test
  void exactSharesDifferExactlyAndMissingOnesNotAtAll() {
    Estimate exact = new Estimate(1, 0, 30).minus(new Estimate(.4, 0, 20));
    assertThat(exact.low()).isEqualTo(.6, within(1e-12));
    assertThat(exact.high()).isEqualTo(.6, within(1e-12));
    Estimate missing = Estimate.of(.4, Double.NaN, 0).minus(new Estimate(1, .1, 9));
    assertThat(missing.value()).isEqualTo(-.6, within(1e-12));
    assertThat(missing.low()).isNaN();
  }

  /** The 95 % intervals of 1,000 simulated corpora contain the true value in about 950. */
  @Test
  void pairedIntervalsHoldTheTruthAsOftenAsTheySay() {
    Random random = new Random(1);
    int held = 0;
    double paired = 0;
    for (int corpus = 0; corpus < 1000; corpus++) {
      PairedShare share = new PairedShare();
      for (int pair = 0; pair < 60; pair++) {
        int queries = 5 + random.nextInt(20);
        double common = .3 + .1 * random.nextGaussian();
        double a = common + .01 * random.nextGaussian();
        double b = common + .05 + .01 * random.nextGaussian();
        share.add(a * queries, queries, b * queries, queries);
      }
      Estimate difference = share.difference();
      held += difference.low() <= .05 && .05 <= difference.high() ? 1 : 0;
      paired += difference.error() / 1000;
    }
    assertThat(held).isBetween(925, 970);
    assertThat(paired).as("what both runs share does not count").isLessThan(.003);
  }
}
