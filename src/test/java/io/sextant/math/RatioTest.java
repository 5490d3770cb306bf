package io.sextant.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class RatioTest {

  @Test
  void agreesWithTheDeltaMethodByHand() {
    // x = 1, 2, 6 over y = 2, 3, 4: R = 1, residuals -1, -1, 2, variance 3/2 * 6 / 81.
    Ratio ratio = Ratio.of(3, 3, 3, 14, 5, 2);
    assertThat(ratio.value()).isEqualTo(1);
    assertThat(ratio.variance()).isCloseTo(1.5 * 6 / 81, within(1e-12));
    // Student's t with 2 degrees of freedom at .975 is 4.302653.
    assertThat(ratio.interval().high() - 1).isCloseTo(4.302653 * Math.sqrt(1 / 9.0), within(1e-6));
    assertThat(ratio.logHigh()).isCloseTo(Math.exp(4.302653 / 3), within(1e-5));
  }

  @Test
  void oneUnitHasNoInterval() {
    Ratio ratio = Ratio.of(1, 0.5, 1, 0, 0, 0);
    assertThat(ratio.value()).isEqualTo(0.5);
    assertThat(ratio.interval().low()).isNaN();
    assertThat(ratio.pAtMost(.1)).isEqualTo(1);
    assertThat(ratio.simultaneous(9).low()).isNaN();
  }

  @Test
  void nothingOverNothingIsNotMeasured() {
    assertThat(Ratio.of(0, 0, 0, 0, 0, 0).value()).isNaN();
    assertThat(Ratio.of(5, 0, 0, 0, 0, 0).value()).isNaN();
  }

  @Test
  void aRatioOfZeroHasNoUpperLift() {
    Ratio ratio = Ratio.of(10, 0, 2, 0, 0, 1);
    assertThat(ratio.logLow()).isIn(0.0, Double.NaN);
    assertThat(ratio.logHigh()).isNaN();
    assertThat(ratio.logPAtMost(1)).isEqualTo(1);
  }

  @Test
  void skewnessMovesTheIntervalTowardTheLongTail() {
    // x = 1, 2, 6 over y = 2, 3, 4: residuals -1, -1, 2, so cubes 6, squares 6, a = 6 / 6^1.5.
    Ratio ratio = Ratio.of(3, 3, 3, 14, 5, 2).skewed(6 / 729.);
    double a = 6 / Math.pow(6, 1.5);
    assertThat(ratio.skewness()).isCloseTo(a, within(1e-12));
    // Without bias a is .408 (1 + 6.51/3 + 20.2/9 + (1.48/3 + 6.77/9) .5) = .408 * 6.0372, so that
    // there are 6 / (2 + 2 * 18.22), but at least 1, degrees of freedom.
    a *= 1 + 6.51 / 3 + 20.2 / 9 + (1.48 / 3 + 6.77 / 9) * .5;
    assertThat(ratio.degrees()).isEqualTo(1);
    double quantile = new TDistribution(1).inverseCumulativeProbability(.975);
    double error = Math.sqrt(1.5 * 6 / 81);
    for (double t :
        new double[] {
          (1 - ratio.interval().low()) / error, (1 - ratio.interval().high()) / error
        }) {
      double transformed = t + a * t * t / 3 + a * a * t * t * t / 27 + a / 6;
      assertThat(Math.abs(transformed)).isCloseTo(quantile, within(1e-6));
    }
    assertThat(ratio.interval().high() - 1).isGreaterThan(1 - ratio.interval().low());
  }

  @Test
  void skewedUnitsHaveFewerDegreesOfFreedom() {
    assertThat(new Ratio(100, .2, .0004).degrees()).isEqualTo(99);
    assertThat(new Ratio(100, .2, .0004, 1e-4).degrees()).isEqualTo(99);
    assertThat(new Ratio(100, .2, .0004, 1).degrees()).isEqualTo(1);
    // A unit's skewness is .1 * 10 = 1; its bias in samples of 100 is 8.4 per cent.
    double unbiased = 1 + .0651 + .00202 + .0148 + .000677;
    assertThat(new Ratio(100, .2, .0004, .1).degrees())
        .isCloseTo(200 / (2 + 2 * unbiased * unbiased), within(1e-9));
  }

  @Test
  void intervalsOfLogNormalSharesCoverTheTruth() {
    // The unit's logarithm has a standard deviation of 1.
    Random random = new Random(11);
    double truth = Math.exp(.5);
    int covered = 0;
    int plain = 0;
    int trials = 2000;
    for (int trial = 0; trial < trials; trial++) {
      double[] x = new double[100];
      double[] y = new double[100];
      for (int i = 0; i < x.length; i++) {
        x[i] = Math.exp(random.nextGaussian());
        y[i] = 1;
      }
      Ratio symmetric = ofSums(x, y);
      double cubes = 0;
      for (double value : x) {
        cubes += Math.pow((value - symmetric.value()) / x.length, 3);
      }
      covered += holds(symmetric.skewed(cubes).interval(), truth);
      plain += holds(symmetric.interval(), truth);
    }
    assertThat((double) covered / trials).isBetween(.92, .97);
    assertThat(plain).isLessThan(covered);
  }

  @Test
  void rareAttentionIsCoveredBySamplesThatHaveSome() {
    // Exact: a unit has attention 1 with probability p and else 0, so R is k / n by a binomial law.
    int n = 100;
    for (double p : new double[] {.01, .0185, .03, .05, .1}) {
      BinomialDistribution binomial = new BinomialDistribution(n, p);
      double covered = 0;
      for (int k = 1; k <= n; k++) {
        covered += binomial.probability(k) * holds(ofRate(n, k).interval(), p);
      }
      assertThat(covered / (1 - binomial.probability(0))).as("p = %s", p).isGreaterThan(.94);
    }
    // No interval that is proportional to the attention knows of attention that it has not seen.
    assertThat(ofRate(n, 0).interval()).isEqualTo(new Interval(0, 0, 0));
  }

  private static Ratio ofRate(int n, int k) {
    double mean = (double) k / n;
    double squares = n * mean * (1 - mean);
    return Ratio.of(n, mean, 1, squares, 0, 0).skewed(squares * (1 - 2 * mean) / Math.pow(n, 3));
  }

  private static int holds(Interval interval, double truth) {
    return interval.low() <= truth && truth <= interval.high() ? 1 : 0;
  }

  @Test
  void mirroredDataHaveTheMirroredInterval() {
    Ratio right = new Ratio(50, .2, .0004, .3);
    Ratio left = new Ratio(50, -.2, .0004, -.3);
    assertThat(left.interval().low()).isCloseTo(-right.interval().high(), within(1e-12));
    assertThat(left.interval().high()).isCloseTo(-right.interval().low(), within(1e-12));
    Ratio nearly = new Ratio(50, .2, .0004, 2e-6);
    assertThat(nearly.interval().high())
        .isCloseTo(new Ratio(50, .2, .0004).interval().high(), within(1e-7));
  }

  @Test
  void thePValueOfTheLowerBoundIsHalfOfFivePercent() {
    for (double skewness : new double[] {0, .3, -.3}) {
      Ratio ratio = new Ratio(50, .2, .0004, skewness);
      assertThat(ratio.pAtMost(ratio.interval().low())).isCloseTo(.025, within(1e-9));
      assertThat(ratio.pAtMost(ratio.interval().high())).isCloseTo(.975, within(1e-9));
    }
    Ratio lift = new Ratio(50, 2, .04);
    assertThat(lift.logPAtMost(lift.logLow())).isCloseTo(.025, within(1e-9));
  }

  @Test
  void whatDoesNotVaryIsOverACutOrNot() {
    Ratio exact = new Ratio(50, .8, 0);
    assertThat(exact.pAtMost(.75)).isZero();
    assertThat(exact.pAtMost(.8)).isEqualTo(1);
    assertThat(new Ratio(50, Double.NaN, Double.NaN).pAtMost(0)).isEqualTo(1);
  }

  @Test
  void simultaneousIntervalsAreSidaks() {
    // 1 - .95^(1/144) = .00035614 on both sides; Student's t with 99 degrees: 3.698554.
    Ratio ratio = new Ratio(100, .2, .0001);
    assertThat((ratio.simultaneous(144).high() - .2) / .01).isCloseTo(3.698554, within(1e-5));
    assertThat(ratio.simultaneous(1).low()).isCloseTo(ratio.interval().low(), within(1e-12));
  }

  @Test
  void intervalsOfDependentQueriesCoverTheTruth() {
    // The queries of a pair are strongly correlated, so the pair is the unit; its length varies.
    Random random = new Random(42);
    int covered = 0;
    int trials = 2000;
    for (int trial = 0; trial < trials; trial++) {
      covered += covers(random) ? 1 : 0;
    }
    assertThat((double) covered / trials).isBetween(.92, .97);
  }

  @Test
  void intervalsOfLiftsCoverTheTruth() {
    // Attention and what a null expects both vary from pair to pair; the true ratio is 1.5.
    Random random = new Random(7);
    int covered = 0;
    int trials = 2000;
    for (int trial = 0; trial < trials; trial++) {
      int pairs = 60;
      double[] observed = new double[pairs];
      double[] expected = new double[pairs];
      for (int i = 0; i < pairs; i++) {
        int queries = 4 + random.nextInt(20);
        double shared = random.nextDouble();
        expected[i] = queries * (.05 + .1 * random.nextDouble());
        for (int q = 0; q < queries; q++) {
          observed[i] += .15 * (.6 * shared + .4 * random.nextDouble()) * 2;
        }
      }
      Ratio lift = ofSums(observed, expected);
      covered += lift.logLow() <= 1.5 && 1.5 <= lift.logHigh() ? 1 : 0;
    }
    assertThat((double) covered / trials).isBetween(.92, .97);
  }

  private static boolean covers(Random random) {
    int pairs = 60;
    double[] mass = new double[pairs];
    double[] queries = new double[pairs];
    for (int i = 0; i < pairs; i++) {
      double shared = random.nextDouble();
      queries[i] = 4 + random.nextInt(20);
      for (int q = 0; q < queries[i]; q++) {
        mass[i] += .8 * shared + .2 * random.nextDouble();
      }
    }
    Ratio ratio = ofSums(mass, queries);
    return ratio.interval().low() <= .5 && .5 <= ratio.interval().high();
  }

  private static Ratio ofSums(double[] x, double[] y) {
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < x.length; i++) {
      meanX += x[i] / x.length;
      meanY += y[i] / x.length;
    }
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xx += (x[i] - meanX) * (x[i] - meanX);
      xy += (x[i] - meanX) * (y[i] - meanY);
      yy += (y[i] - meanY) * (y[i] - meanY);
    }
    return Ratio.of(x.length, meanX, meanY, xx, xy, yy);
  }
}
