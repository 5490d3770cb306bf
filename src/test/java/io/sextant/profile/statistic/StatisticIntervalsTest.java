package io.sextant.profile.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.math.Interval;
import io.sextant.pattern.Patterns;
import io.sextant.profile.pair.Description;
import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.SlotArray;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * How often the 95 % intervals of the statistics contain the true values, over simulated corpora of
 * groups of one to three pairs. The variation between groups is much greater than that within them,
 * so that intervals over pairs or queries would be far too narrow.
 */
class StatisticIntervalsTest {
  private static final int CORPORA = 800;
  private static final int GROUPS = 120;
  private static final int CHANCE = 2;
  private static final Layout LAYOUT =
      new Layout(1, 1, List.of(Patterns.named("related_other"), Patterns.named("delimiter")));
  private static final int PART = LAYOUT.indexOf("related_other", "content_words");
  private static final int DELIMITER = LAYOUT.indexOf("delimiter", "all");

  /** The true value of a statistic, and the number of intervals that contained it. */
  private static final class Tally {
    final String name;
    final double truth;
    int held;

    Tally(String name, double truth) {
      this.name = name;
      this.truth = truth;
    }

    void take(Interval interval) {
      held += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }
  }

  @Test
  void intervalsHoldTheTruth() {
    Random random = new Random(11);
    Tally auc = new Tally("auc", .6);
    Tally top1 = new Tally("top1", .3);
    Tally norms = new Tally("norm_share", .3);
    Tally consistency = new Tally("consistency", .75);
    Tally entropy = new Tally("entropy", 2);
    Tally noOp = new Tally("noop_index", .3 / .4);
    for (int corpus = 0; corpus < CORPORA; corpus++) {
      StratumStats stats = new StratumStats(LAYOUT);
      for (int group = 0; group < GROUPS; group++) {
        ClusterSums cluster = new ClusterSums(LAYOUT);
        double luck = random.nextDouble();
        boolean isOver = random.nextDouble() < .75;
        for (int pair = random.nextInt(3); pair >= 0; pair--) {
          cluster.add(pair(random, luck, isOver));
        }
        cluster.flush(stats);
      }
      auc.take(stats.auc.of(PART, 0).interval());
      top1.take(stats.top1.of(PART, 0).interval());
      norms.take(stats.norms.of(PART, 0).interval());
      consistency.take(stats.consistencies.get(CHANCE).of(PART, 0).interval());
      entropy.take(stats.means.of(Description.ENTROPY, 0).interval());
      noOp.take(stats.noOp.of(0));
    }
    for (Tally tally : List.of(auc, top1, norms, consistency, entropy, noOp)) {
      assertThat((double) tally.held / CORPORA).as(tally.name).isBetween(.92, .975);
    }
  }

  /**
   * Returns a pair whose sums have expectations per query that depend on {@code luck}, from 0 to 1.
   */
  private static PairSums pair(Random random, double luck, boolean isOver) {
    PairSums pair = new PairSums(LAYOUT);
    int queries = 3 + random.nextInt(8);
    pair.contentQueries = queries;
    pair.descriptions = new SlotArray(Description.values().length, 1);
    pair.descriptions.set(Description.ENTROPY.ordinal(), 0, queries * (1 + 2 * luck));
    for (int part : List.of(PART, DELIMITER)) {
      pair.queries[part] = queries;
      pair.queriesBySlot.fill(part, queries);
      pair.content.set(part, 0, .7 * queries);
      pair.mass.set(part, 0, queries * (.2 + .4 * luck));
      pair.normTotal.set(part, 0, 2 * queries);
      pair.normMass.set(part, 0, 2 * queries * (.1 + .4 * luck));
    }
    pair.top1Queries[PART] = queries;
    pair.top1.set(PART, 0, binomial(random, queries, .6 * luck));
    PairSums.NullSums chance = pair.nulls[CHANCE];
    chance.trials[PART] = 2 * queries;
    chance.compared.fill(PART, 2 * queries);
    chance.wins.set(PART, 0, binomial(random, 2 * queries, .2 + .8 * luck));
    chance.expected.set(PART, 0, 1);
    chance.observed.set(PART, 0, isOver ? 2 : .5);
    return pair;
  }

  private static int binomial(Random random, int trials, double probability) {
    int hits = 0;
    for (int i = 0; i < trials; i++) {
      hits += random.nextDouble() < probability ? 1 : 0;
    }
    return hits;
  }
}
