package io.sextant.profile.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.math.Interval;
import io.sextant.math.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class EffectMeanTest {

  @Test
  void theMeanAndItsErrorAreThoseOfTheClusters() {
    // Clusters (1, 3), (5) and (2): the mean is 11 / 4, the residuals 4 - 5.5, 2.25 and -.75.
    List<PairEffects> pairs =
        List.of(pair("g", 1), pair(null, 5), pair("g", 3), pair(null, 2), pair("h", Double.NaN));
    Ratio mean = new EffectMean(pairs).of(EffectMeanTest::effect);
    assertThat(mean.units()).isEqualTo(3);
    assertThat(mean.value()).isCloseTo(11 / 4., within(1e-12));
    double squares = 1.5 * 1.5 + 2.25 * 2.25 + .75 * .75;
    assertThat(mean.variance()).isCloseTo(squares * 3 / 2 / 16, within(1e-12));
    assertThat(new EffectMean(pairs).pairs(EffectMeanTest::effect)).isEqualTo(4);
  }

  @Test
  void noEffectHasTheIntervalZero() {
    List<PairEffects> pairs = List.of(pair(null, 0), pair(null, 0), pair(null, 0));
    Ratio mean = new EffectMean(pairs).of(EffectMeanTest::effect);
    assertThat(mean.interval()).isEqualTo(new Interval(0, 0, 0));
    assertThat(mean.pEqual(0)).isEqualTo(1);
  }

  @Test
  void intervalsOfNormalEffectsCoverTheTruth() {
    Random random = new Random(1);
    assertThat(coverage(64, 3000, .1, () -> .1 + .5 * random.nextGaussian())).isBetween(.94, .965);
  }

  @Test
  void intervalsOfSkewedEffectsCoverTheTruth() {
    // A lognormal effect of mean 1 less a cost of .8, such as a head that helps few pairs much.
    Random random = new Random(2);
    int covered = 0;
    int symmetric = 0;
    for (int trial = 0; trial < 3000; trial++) {
      Ratio mean = mean(64, () -> Math.exp(random.nextGaussian() - .5) - .8);
      Ratio plain = new Ratio(mean.units(), mean.value(), mean.variance());
      covered += contains(mean.interval(), .2) ? 1 : 0;
      symmetric += contains(plain.interval(), .2) ? 1 : 0;
    }
    assertThat(covered / 3000.).isBetween(.935, .975);
    assertThat(symmetric / 3000.).as("what the correction mends").isLessThan(.925);
  }

  @Test
  void intervalsOfExplainedPartsCoverTheTruth() {
    // A skewed effect of ablation, of which the knock-out has .6 in the mean, and more or less of
    // it in a pair.
    Random random = new Random(5);
    int covered = 0;
    for (int trial = 0; trial < 3000; trial++) {
      List<PairEffects> pairs = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        double whole = Math.exp(.7 * random.nextGaussian());
        double knockedOut = whole * (.6 + .3 * random.nextGaussian());
        pairs.add(
            new PairEffects(null, new double[] {Double.NaN}, new double[][] {{knockedOut, whole}}));
      }
      Interval explained =
          new EffectMean(pairs)
              .ratio(EffectMeanTest::effect, pair -> pair.effects()[0][1])
              .interval();
      covered += contains(explained, .6) ? 1 : 0;
    }
    assertThat(covered / 3000.).isBetween(.92, .965);
  }

  @Test
  void intervalsOverGroupsCoverTheTruth() {
    // Each group shifts all of its four pairs.
    Random random = new Random(3);
    int covered = 0;
    for (int trial = 0; trial < 2000; trial++) {
      List<PairEffects> pairs = new ArrayList<>();
      for (int group = 0; group < 20; group++) {
        double shift = random.nextGaussian();
        for (int i = 0; i < 4; i++) {
          pairs.add(pair("g" + group, .3 + shift + random.nextGaussian()));
        }
      }
      covered += contains(new EffectMean(pairs).of(EffectMeanTest::effect).interval(), .3) ? 1 : 0;
    }
    assertThat(covered / 2000.).isBetween(.935, .965);
  }

  @Test
  void pValuesAreUniformWithoutAnEffect() {
    Random random = new Random(4);
    int below = 0;
    for (int trial = 0; trial < 4000; trial++) {
      double p = mean(40, random::nextGaussian).pEqual(0);
      below += p < .1 ? 1 : 0;
    }
    assertThat(below / 4000.).isCloseTo(.1, within(.015));
  }

  private static double coverage(int pairs, int trials, double truth, Supplier<Double> effect) {
    int covered = 0;
    for (int trial = 0; trial < trials; trial++) {
      covered += contains(mean(pairs, effect).interval(), truth) ? 1 : 0;
    }
    return (double) covered / trials;
  }

  private static Ratio mean(int pairs, Supplier<Double> effect) {
    List<PairEffects> sample = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      sample.add(pair(null, effect.get()));
    }
    return new EffectMean(sample).of(EffectMeanTest::effect);
  }

  private static boolean contains(Interval interval, double truth) {
    return interval.low() <= truth && truth <= interval.high();
  }

  private static PairEffects pair(String group, double effect) {
    return new PairEffects(group, new double[] {Double.NaN}, new double[][] {{effect}});
  }

  private static double effect(PairEffects pair) {
    return pair.effects()[0][0];
  }
}
