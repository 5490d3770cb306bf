package io.sextant.profile.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.config.Thresholds;
import io.sextant.config.Thresholds.Cut;
import io.sextant.config.Thresholds.Cuts;
import io.sextant.pattern.Family;
import io.sextant.pattern.Patterns;
import io.sextant.profile.pair.Description;
import io.sextant.profile.pair.OffsetSums;
import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.SlotArray;
import io.sextant.profile.statistic.ClusterAccumulator;
import io.sextant.profile.statistic.HeadStats;
import io.sextant.profile.statistic.Strata;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradeTest {
  private static final Thresholds THRESHOLDS =
      new Thresholds(
          200,
          1000,
          0.75,
          0.01,
          new Cuts(new Cut(0.5, 2, 0), new Cut(0.3, 2, 0), new Cut(0.1, 2, 0)),
          new Cuts(new Cut(0.6, 2, 0), new Cut(0.4, 2, 0), new Cut(0.25, 2, 0)),
          new Cuts(new Cut(0.4, 3, 0.8), new Cut(0.2, 2, 0.7), new Cut(0.05, 1.5, 0.6)));

  /**
   * The true values of a head for related_other; those of lift and consistency are equal for all
   * nulls.
   */
  private record Truth(double share, double lift, double auc, double consistency) {}

  /**
   * In each row, one condition is missed by a tenth or just met, and the others are clearly met.
   */
  @ParameterizedTest
  @CsvSource({
    "400, 6, .50, 5.0, .90, .95, DOMINANT",
    "400, 6, .36, 5.0, .90, .95, STRONG",
    "400, 6, .18, 5.0, .90, .95, PRESENT",
    "400, 6, .04, 5.0, .90, .95, NONE",
    "400, 6, .50, 2.7, .90, .95, STRONG",
    "400, 6, .50, 1.8, .90, .95, PRESENT",
    "400, 6, .50, 1.4, .90, .95, NONE",
    "400, 6, .50, 5.0, .75, .95, STRONG",
    "400, 6, .50, 5.0, .65, .95, PRESENT",
    "400, 6, .50, 5.0, .55, .95, NONE",
    "400, 6, .50, 3.1, .90, .70, NONE",
    "199, 6, .50, 5.0, .90, .95, INSUFFICIENT",
    "400, 2, .50, 5.0, .90, .95, INSUFFICIENT",
  })
  void allConditionsMustHold(
      int clusters,
      int queries,
      double share,
      double lift,
      double auc,
      double consistency,
      Grade expected) {
    Truth truth = new Truth(share, lift, auc, consistency);
    Judgement judgement = judge(new Random(1), clusters, queries, truth);
    assertThat(judgement.grade(part(), 0)).isEqualTo(expected);
  }

  /** Heads whose true values equal a cut are labelled in no more families than the rate allows. */
  @ParameterizedTest
  @CsvSource({
    ".05, 5.0, .90, .95",
    ".50, 1.5, .90, .95",
    ".50, 5.0, .60, .95",
    ".50, 3.1, .90, .75",
    ".05, 1.5, .60, .75"
  })
  void headsOnACutAreSeldomLabelled(double share, double lift, double auc, double consistency) {
    Random random = new Random(7);
    Truth[] truths = new Truth[12];
    Arrays.fill(truths, new Truth(share, lift, auc, consistency));
    int families = 300;
    int labelled = 0;
    for (int family = 0; family < families; family++) {
      Judgement judgement = judge(random, 250, 6, truths);
      labelled +=
          IntStream.range(0, truths.length)
                  .anyMatch(head -> judgement.grade(part(), head).exhibited())
              ? 1
              : 0;
    }
    // A rate of .01 gives 3 of 300; 9 or more have a probability of .004.
    assertThat(labelled).isLessThan(9);
  }

  @Test
  void aHigherGradeNeedsTheLowerOneWhateverTheCuts() {
    Cuts upsideDown = new Cuts(new Cut(0, 1, 0), new Cut(0, 1, 0), new Cut(.9, 1, 0));
    Thresholds odd = new Thresholds(200, 1000, 0, .01, upsideDown, upsideDown, upsideDown);
    Judgement judgement = judge(new Random(2), 400, 6, new Truth(.5, 5, .9, .95)).by(odd);
    assertThat(judgement.grade(part(), 0)).isEqualTo(Grade.NONE);
  }

  @Test
  void gradesWithoutCutsSaySo() {
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> Grade.NONE.cut(THRESHOLDS, Family.MARK))
        .hasMessageContaining("no cut");
    assertThat(Grade.STRONG.cut(THRESHOLDS, Family.MARK).share()).isEqualTo(.4);
  }

  private static Layout layout(int heads) {
    return new Layout(1, heads, List.of(Patterns.named("related_other")));
  }

  private static int part() {
    return layout(1).indexOf("related_other", "content_words");
  }

  /**
   * Returns the judgement over simulated clusters with the given number of queries and true values.
   */
  private static Judgement judge(Random random, int clusters, int queries, Truth... truths) {
    Layout layout = layout(truths.length);
    HeadStats stats = new HeadStats(layout);
    ClusterAccumulator fold = new ClusterAccumulator(stats);
    for (int cluster = 0; cluster < clusters; cluster++) {
      fold.add(pair(random, layout, queries, truths), new int[] {Strata.ALL}, null);
    }
    return new Judgement(stats.stratum(Strata.ALL), THRESHOLDS);
  }

  private static PairSums pair(Random random, Layout layout, int queries, Truth[] truths) {
    PairSums pair = new PairSums(layout);
    pair.descriptions = new SlotArray(Description.values().length, truths.length);
    pair.offsets = new OffsetSums(truths.length);
    int part = part();
    pair.queries[part] = queries;
    pair.queriesBySlot.fill(part, queries);
    for (int head = 0; head < truths.length; head++) {
      Truth truth = truths[head];
      double share = truth.share * (.5 + random.nextDouble());
      pair.mass.set(part, head, queries * share);
      pair.content.set(part, head, queries);
      for (PairSums.NullSums chance : pair.nulls) {
        chance.trials[part] = 2 * queries;
        chance.compared.fill(part, 2 * queries);
        chance.observed.set(part, head, queries * share);
        double expected = queries * share * expected(random, truth);
        chance.expected.set(part, head, expected);
        chance.leftOut.set(part, head, expected);
        double wins = 0;
        for (int trial = 0; trial < 2 * queries; trial++) {
          wins += random.nextDouble() < truth.auc ? 1 : 0;
        }
        chance.wins.set(part, head, wins);
      }
    }
    return pair;
  }

  /**
   * Returns a factor of the observed attention for the expected attention. It is below 1 with the
   * probability of the consistency and 1.05 otherwise, and its mean is 1 / lift.
   */
  private static double expected(Random random, Truth truth) {
    double over = (1 / truth.lift - 1.05 * (1 - truth.consistency)) / truth.consistency;
    return random.nextDouble() < truth.consistency ? over : 1.05;
  }
}
