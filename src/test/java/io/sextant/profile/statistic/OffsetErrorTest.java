package io.sextant.profile.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.math.Interval;
import io.sextant.pattern.Patterns;
import io.sextant.profile.pair.Calibration;
import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffsetErrorTest {
  private static final Layout LAYOUT = new Layout(1, 1, List.of(Patterns.named("related_other")));
  private static final int PART = LAYOUT.indexOf("related_other", "content_words");
  private static final int CHANCE = Layout.nullIndex("offset");

  /** True mean weights of a head at three offsets. */
  private static final double[] HABIT = {1, .4, .2};

  private static final int SAMPLE = 64;
  private static final double LIFT = 2;

  @Test
  void theVarianceIsTheJackknifes() {
    // Without folds 3 and 5, .9 and 1.2 times as much is expected; without any other fold, the
    // same.
    OffsetError error = new OffsetError(LAYOUT);
    PairSums pair = new PairSums(LAYOUT);
    for (int fold = 0; fold < Calibration.FOLDS; fold++) {
      double factor = fold == 3 ? .9 : fold == 5 ? 1.2 : 1;
      set(pair, fold, 7, 7, 7 * factor);
      error.addPair(PART, pair, PART);
    }
    double a = Math.log(.9);
    double b = Math.log(1.2);
    double mean = (a + b) / 16;
    double squares = (a - mean) * (a - mean) + (b - mean) * (b - mean) + 14 * mean * mean;
    assertThat(error.variance(PART, 0)).isCloseTo(15 / 16. * squares, within(1e-12));
  }

  @Test
  void whatIsNotEstimatedHasNoError() {
    OffsetError error = new OffsetError(LAYOUT);
    assertThat(error.variance(PART, 0)).isZero();
    PairSums pair = new PairSums(LAYOUT);
    set(pair, 2, 5, 3, 3);
    error.addPair(PART, pair, PART);
    assertThat(error.variance(PART, 0)).isZero();
  }

  /**
   * The true lift is 2 over the true mean weights, and every corpus has a new calibration sample.
   */
  @ParameterizedTest
  @CsvSource({"300, 1000", "10000, 400"})
  void intervalsOfLiftsHoldTheTruthThoughTheHabitIsEstimated(int pairs, int corpora) {
    Random random = new Random(pairs);
    int held = 0;
    int heldByPairsAlone = 0;
    for (int corpus = 0; corpus < corpora; corpus++) {
      OffsetError error = new OffsetError(LAYOUT);
      Lift lift = new Lift(LAYOUT, CHANCE, "lift_offset", error::variance);
      Lift alone = new Lift(LAYOUT, CHANCE, "lift_offset", Lift.NullError.NONE);
      double[][] habits = habits(random);
      PairSums sums = new PairSums(LAYOUT);
      for (int pair = 0; pair < pairs; pair++) {
        // Targets are mostly at the first offset, so that an error of its weight matters.
        double[] targets = {
          random.nextDouble(), .1 * random.nextDouble(), .1 * random.nextDouble()
        };
        double[] others = random.doubles(HABIT.length, 0, 4).toArray();
        int fold = random.nextInt(Calibration.FOLDS);
        set(
            sums,
            fold,
            LIFT * expected(targets, others, HABIT) * 2 * random.nextDouble(),
            expected(targets, others, habits[Calibration.FOLDS]),
            expected(targets, others, habits[fold]));
        error.addPair(PART, sums, PART);
        lift.addCluster(PART, sums, PART);
        alone.addCluster(PART, sums, PART);
      }
      held += holds(lift.of(PART, 0).logInterval());
      heldByPairsAlone += holds(alone.of(PART, 0).logInterval());
    }
    assertThat((double) held / corpora).isBetween(.92, .98);
    if (pairs > 1000) {
      assertThat((double) heldByPairsAlone / corpora).as("by pairs alone").isLessThan(.6);
    }
  }

  /**
   * Returns the mean weights over a sample without each fold, followed by those over the whole
   * sample.
   */
  private static double[][] habits(Random random) {
    double[][] sums = new double[Calibration.FOLDS + 1][HABIT.length];
    for (int pair = 0; pair < SAMPLE; pair++) {
      int own = random.nextInt(Calibration.FOLDS);
      double[] weights = Arrays.stream(HABIT).map(w -> w * noise(random)).toArray();
      for (int fold = 0; fold < sums.length; fold++) {
        for (int bin = 0; bin < HABIT.length && fold != own; bin++) {
          sums[fold][bin] += weights[bin];
        }
      }
    }
    return sums;
  }

  /** Returns a lognormal number with mean 1. */
  private static double noise(Random random) {
    return Math.exp(.6 * random.nextGaussian() - .18);
  }

  /** Returns the expected attention to targets of a query that gives content an attention of 1. */
  private static double expected(double[] targets, double[] others, double[] habit) {
    double toTargets = 0;
    double toAll = 0;
    for (int bin = 0; bin < habit.length; bin++) {
      toTargets += targets[bin] * habit[bin];
      toAll += (targets[bin] + others[bin]) * habit[bin];
    }
    return toTargets / toAll;
  }

  private static void set(
      PairSums pair, int fold, double observed, double expected, double leftOut) {
    pair.fold = fold;
    pair.nulls[CHANCE].observed.set(PART, 0, observed);
    pair.nulls[CHANCE].expected.set(PART, 0, expected);
    pair.nulls[CHANCE].leftOut.set(PART, 0, leftOut);
  }

  private static int holds(Interval interval) {
    return interval.low() <= LIFT && LIFT <= interval.high() ? 1 : 0;
  }
}
