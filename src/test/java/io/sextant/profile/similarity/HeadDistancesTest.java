package io.sextant.profile.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.pattern.Pairs;
import io.sextant.profile.DistanceSums;
import io.sextant.profile.HeadProfilerTest;
import io.sextant.profile.SyntheticHeads;
import io.sextant.table.row.HeadDistance;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentenceBounds;
import io.sextant.text.SentencePair;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HeadDistancesTest {
  private static final double FARTHEST = Math.sqrt(Math.log(2));

  /** All attention goes to [CLS]. */
  private static final SyntheticHeads.Head FIRST = (pair, query, key) -> key == 0 ? 1 : 0;

  private static final SyntheticHeads HEADS =
      new SyntheticHeads(SyntheticHeads.NEXT, FIRST, SyntheticHeads.NEXT, SyntheticHeads.NOISE);

  @Test
  void identicalHeadsMeetAndDisjointHeadsAreFarthest() {
    List<HeadDistance> rows = distances(HeadProfilerTest.corpus(5, 0), 512, 8).rows("run");
    assertThat(rows).hasSize(4 * 3);
    assertThat(distance(rows, 0, 2)).isZero();
    assertThat(distance(rows, 0, 1)).isCloseTo(FARTHEST, within(1e-5));
    assertThat(distance(rows, 0, 3)).isStrictlyBetween(.1, FARTHEST);
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row.distance().value())
                    .isEqualTo(distance(rows, row.otherHead(), row.head())));
    HeadMap map = distances(HeadProfilerTest.corpus(5, 0), 512, 8).map();
    assertThat(map.x(0)).isCloseTo(map.x(2), within(1e-9));
    assertThat(Math.hypot(map.x(0) - map.x(1), map.y(0) - map.y(1)))
        .isCloseTo(FARTHEST, within(.1));
  }

  @Test
  void meansAreOverRows() {
    // One head is uniform, the other attends to [CLS]. Their distance is the same in each row of a
    // pair and depends only on its length.
    SyntheticHeads heads = new SyntheticHeads(SyntheticHeads.UNIFORM, FIRST);
    SentencePair small = SyntheticHeads.pair("s", null, "a", "b");
    SentencePair large = SyntheticHeads.pair("l", null, "a b c", "d e f");
    double ofSmall = distance(measure(heads, List.of(small), 512, 99).distances().rows("r"), 0, 1);
    double ofLarge = distance(measure(heads, List.of(large), 512, 99).distances().rows("r"), 0, 1);
    assertThat(ofSmall).isCloseTo(uniformAgainstOne(5), within(1e-5));
    assertThat(ofLarge).isCloseTo(uniformAgainstOne(9), within(1e-5));
    List<SentencePair> both = List.of(small, large);
    assertThat(distance(measure(heads, both, 512, 99).distances().rows("r"), 0, 1))
        .isCloseTo((2 * ofSmall + 6 * ofLarge) / 8, within(1e-12));
    assertThat(distance(measure(heads, both, 512, 2).distances().rows("r"), 0, 1))
        .isCloseTo((2 * ofSmall + 2 * ofLarge) / 4, within(1e-12));
  }

  @Property(tries = 30)
  void anySplitMergesToTheWhole(@ForAll @IntRange(max = 12) int cut) {
    List<SentencePair> corpus = HeadProfilerTest.corpus(12, 0);
    DistanceSums merged = measure(HEADS, corpus.subList(0, cut), 512, 3);
    merged.merge(measure(HEADS, corpus.subList(cut, 12), 512, 3));
    List<HeadDistance> got = merged.distances().rows("run");
    List<HeadDistance> want = distances(corpus, 512, 3).rows("run");
    for (int i = 0; i < want.size(); i++) {
      assertThat(got.get(i).distance().value())
          .isCloseTo(want.get(i).distance().value(), within(1e-12));
    }
  }

  @Test
  void batchesChangeNothing() {
    List<SentencePair> corpus = HeadProfilerTest.corpus(12, 0);
    assertThat(distances(corpus, 1, 3).rows("run"))
        .isEqualTo(distances(corpus, 10_000, 3).rows("run"));
  }

  @Test
  void withoutPairsNothingIsSaid() {
    HeadDistances none = distances(List.of(), 512, 8);
    assertThat(none.rows("run")).isEmpty();
    assertThat(none.map().x(0)).isNaN();
    assertThat(none.map().y(0)).isNaN();
  }

  @Test
  void pairsThatCannotBeProfiledArePassedOver() {
    List<SentencePair> corpus = HeadProfilerTest.corpus(3, 0);
    SentencePair blank = SyntheticHeads.pair("blank", null, "a b c", "\u0001");
    DistanceSums sums =
        DistanceSums.measure(
            List.of(corpus.get(0), blank, corpus.get(1), corpus.get(2)),
            pair -> pair == blank ? withoutSecondSentence(blank) : SyntheticHeads.encode(pair),
            HEADS,
            512,
            8,
            HEADS.model());
    assertThat(sums.distances().rows("run")).isEqualTo(distances(corpus, 512, 8).rows("run"));
  }

  private static EncodedPair withoutSecondSentence(SentencePair pair) {
    EncodedPair hand = Pairs.of(pair.sentenceA(), null);
    return new EncodedPair(
        pair,
        hand.tokens(),
        hand.ids(),
        hand.tokenTypes(),
        hand.wordOf(),
        hand.words(),
        new SentenceBounds(hand.firstSep(), 0));
  }

  @Test
  void oneHeadStandsInTheMiddle() {
    SyntheticHeads one = new SyntheticHeads(SyntheticHeads.NOISE);
    HeadDistances alone = measure(one, HeadProfilerTest.corpus(3, 0), 512, 8).distances();
    assertThat(alone.rows("run")).isEmpty();
    assertThat(alone.map().x(0)).isZero();
    assertThat(alone.map().y(0)).isZero();
  }

  /** Returns the distance between n equal weights and one weight of 1. */
  private static double uniformAgainstOne(int n) {
    double other = 1.0 / n;
    double mean = (1 + other) / 2;
    double divergence =
        (Math.log(1 / mean) + other * Math.log(other / mean) + (n - 1) * other * Math.log(2)) / 2;
    return Math.sqrt(divergence);
  }

  private static HeadDistances distances(List<SentencePair> pairs, int batchTokens, int rows) {
    return measure(HEADS, pairs, batchTokens, rows).distances();
  }

  private static DistanceSums measure(
      SyntheticHeads heads, List<SentencePair> pairs, int batchTokens, int rows) {
    return DistanceSums.measure(
        pairs, SyntheticHeads::encode, heads, batchTokens, rows, heads.model());
  }

  private static double distance(List<HeadDistance> rows, int head, int other) {
    return rows.stream()
        .filter(row -> row.head() == head && row.otherHead() == other)
        .mapToDouble(row -> row.distance().value())
        .findFirst()
        .orElseThrow();
  }
}
