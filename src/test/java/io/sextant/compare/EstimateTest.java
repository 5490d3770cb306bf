package io.sextant.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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

  @Test
  void aDifferenceIsTestedAgainstNoneAndAgainstTheMargin() {
    // Student's t with 30 degrees of freedom exceeds 2.5 with the probability .009057823. The
    // distance from .005 to .02 is 7.5 errors.
    Estimate small = new Estimate(-.005, .002, 30);
    assertThat(small.unequal()).isEqualTo(0.01811565, within(1e-8));
    assertThat(new Estimate(.015, .002, 30).within(.02)).isEqualTo(0.009057823, within(1e-8));
    assertThat(small.within(.02)).isEqualTo(1.156e-8, within(1e-10));
    assertThat(new Estimate(.03, .002, 30).within(.02)).isGreaterThan(.999);
  }

  @Test
  void anExactDifferenceIsCertain() {
    assertThat(new Estimate(0, 0, 9).unequal()).isEqualTo(1);
    assertThat(new Estimate(0, 0, 9).within(.02)).isZero();
    assertThat(new Estimate(.02, 0, 9).unequal()).isZero();
    assertThat(new Estimate(.02, 0, 9).within(.02)).isEqualTo(1);
  }

  @Test
  void allDifferencesAreOneFamilyAndUntestedOnesBelongToNone() {
    Estimate untested = new Estimate(.3, Double.NaN, Double.NaN);
    Estimate clear = new Estimate(.2, .001, 100);
    Estimate likely = new Estimate(.05, .02, 100);
    Estimate open = new Estimate(.01, .02, 100);
    Significance tests = new Significance(List.of(untested, clear, likely, open), .02);
    assertThat(tests.unequal(0)).isNaN();
    assertThat(tests.verdict(0)).isNull();
    assertThat(tests.verdict(1)).isEqualTo("different");
    assertThat(tests.unequal(2)).isEqualTo(likely.unequal() * 3 / 2, within(1e-12));
    assertThat(tests.verdict(2)).isEqualTo("different");
    assertThat(tests.verdict(3)).isEqualTo("undecided");
    // A difference can be certain and yet too small to count.
    Significance small = new Significance(List.of(new Estimate(.005, .0005, 100)), .02);
    assertThat(small.unequal(0)).isLessThan(.001);
    assertThat(small.verdict(0)).isEqualTo("equivalent");
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
