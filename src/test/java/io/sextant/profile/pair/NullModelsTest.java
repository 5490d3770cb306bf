package io.sextant.profile.pair;

import static io.sextant.profile.SyntheticHeads.pair;
import static io.sextant.profile.SyntheticHeads.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.config.Thresholds;
import io.sextant.config.Thresholds.Cut;
import io.sextant.config.Thresholds.Cuts;
import io.sextant.pattern.Pairs;
import io.sextant.pattern.Patterns;
import io.sextant.pattern.Targets;
import io.sextant.profile.HeadTables;
import io.sextant.profile.SyntheticHeads;
import io.sextant.profile.SyntheticHeads.Head;
import io.sextant.profile.similarity.HeadMap;
import io.sextant.table.row.HeadPattern;
import io.sextant.table.row.HeadProfile;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Compares positional heads with heads that attend to content, under every null. */
class NullModelsTest {
  private static final int CONTENT = 0;
  private static final int NEXT = 1;
  private static final int SAME_PLACE = 2;
  private static final int UNIFORM = 3;

  /**
   * Nine tenths of the attention go to other keys with the query's word; it is uniform if there are
   * none.
   */
  private static final Head LOOKS_AT_EQUALS =
      (pair, query, key) -> query != key && equal(pair, query, key) ? 40 : 1;

  /** Most attention goes to the next token. */
  private static final Head LOOKS_AHEAD = (pair, query, key) -> key == query + 1 ? 60 : 1;

  /** Attention goes to the same index in the other sentence, where half the equal words are. */
  private static final Head LOOKS_ACROSS =
      (pair, query, key) -> Math.abs(query - key) == pair.firstSep() ? 60 : 1;

  static final Thresholds THRESHOLDS =
      new Thresholds(
          200,
          1000,
          0.75,
          0.01,
          new Cuts(new Cut(0.5, 2, 0), new Cut(0.3, 2, 0), new Cut(0.1, 2, 0)),
          new Cuts(new Cut(0.6, 2, 0), new Cut(0.4, 2, 0), new Cut(0.25, 2, 0)),
          new Cuts(new Cut(0.4, 3, 0.8), new Cut(0.2, 2, 0.7), new Cut(0.05, 1.5, 0.6)));

  private static List<HeadPattern> rows;
  private static List<HeadProfile> profiles;

  @BeforeAll
  static void profile() {
    HeadTables tables =
        new SyntheticHeads(LOOKS_AT_EQUALS, LOOKS_AHEAD, LOOKS_ACROSS, SyntheticHeads.UNIFORM)
            .profileCalibrated(corpus())
            .tables("run", THRESHOLDS);
    rows = tables.patterns();
    profiles = tables.profiles(HeadMap.NONE);
  }

  @Test
  void aContentHeadIsFound() {
    HeadPattern related = row(rows, CONTENT, "related", "content_words");
    assertThat(related.grade()).isEqualTo("dominant");
    assertThat(related.auc().value()).isGreaterThan(.95);
    assertThat(related.lift().low()).isGreaterThan(3);
    assertThat(related.top1().value()).isEqualTo(1);
    assertThat(related.top1Null()).isLessThan(.6);
    assertThat(row(rows, CONTENT, "related_other", "content_words").grade()).isEqualTo("dominant");
  }

  @Test
  void aHeadThatLooksAheadIsNotPredictiveThoughHalfItsWeightIsOnTheTokens() {
    HeadPattern token = row(rows, NEXT, "predictive_subword", "all");
    assertThat(token.shareContent().value()).isGreaterThan(.3);
    assertThat(token.liftUniform()).isGreaterThan(3);
    assertThat(token.liftOffset()).isCloseTo(1, within(.25));
    assertThat(token.auc().value()).isCloseTo(.5, within(.05));
    assertThat(token.grade()).isEqualTo("none");
    assertThat(row(rows, NEXT, "next", "all").grade()).isEqualTo("dominant");
  }

  @Test
  void aHeadThatLooksAcrossAtAFixedDistanceIsNotRelated() {
    HeadPattern related = row(rows, SAME_PLACE, "related_other", "content_words");
    assertThat(related.liftUniform()).isGreaterThan(1.5);
    assertThat(related.liftOffset()).isLessThan(related.liftUniform());
    // Where the same index has no related word, the head attends to the index.
    assertThat(related.liftSameIndex()).isLessThan(.05);
    assertThat(related.nullName()).isEqualTo("same_index");
    assertThat(related.grade()).isEqualTo("none");
    assertThat(profiles.get(SAME_PLACE).primaryLabel()).isNull();
  }

  @Test
  void aHeadThatIsMerelyPositionalIsNeitherRelatedNorPredictive() {
    for (int head : new int[] {NEXT, SAME_PLACE, UNIFORM}) {
      for (String pattern : List.of("related", "related_other", "predictive_subword")) {
        String label = Patterns.named(pattern).labelParts().get(0);
        assertThat(row(rows, head, pattern, label).grade())
            .as("%s %s", head, pattern)
            .isEqualTo("none");
      }
    }
    assertThat(profiles.get(CONTENT).primaryLabel()).isIn("related", "related_other");
    assertThat(profiles.get(NEXT).primaryLabel()).isEqualTo("next");
  }

  @Test
  void theSameIndexControlIsTheKeyAsFarIntoTheOtherSentence() {
    // The tokens are 1 a, 2 b, 3 c, 4 [SEP], 5 a, 6 c, 7 b, 8 x: a is at its own index, b and c are
    // not.
    EncodedPair pair = Pairs.of("a b c", "a c b x");
    Targets related =
        new Targets.Builder().add(1, 5).add(2, 7).add(3, 6).add(5, 1).add(6, 3).add(7, 2).build();
    boolean[] targeted = new boolean[pair.size() * pair.size()];
    for (int r = 0; r < related.queries(); r++) {
      targeted[related.query(r) * pair.size() + related.start(r)] = true;
    }
    MatchedControls rule = MatchedControls.sameIndex(pair, targeted);
    int[] keys = new int[pair.size()];
    assertThat(
            IntStream.range(0, related.queries())
                .filter(r -> rule.find(related.query(r), related.start(r), keys) > 0)
                .mapToObj(
                    r -> {
                      rule.find(related.query(r), related.start(r), keys);
                      return related.query(r) + ":" + related.start(r) + "/" + keys[0];
                    }))
        .containsExactly("2:7/6", "3:6/7", "6:3/2", "7:2/3");
  }

  @Test
  void onlyRelatedOtherIsHeldAgainstTheSameIndex() {
    assertThat(rows)
        .filteredOn(row -> !row.pattern().equals("related_other"))
        .allSatisfy(row -> assertThat(row.liftSameIndex()).isNaN());
    assertThat(row(rows, CONTENT, "related_other", "content_words").liftSameIndex())
        .isGreaterThan(3);
    assertThat(row(rows, UNIFORM, "related_other", "content_words").liftSameIndex())
        .isCloseTo(1, within(1e-5));
  }

  @Test
  void aUniformHeadIsChanceUnderEveryNull() {
    for (String pattern : List.of("related_other", "predictive_subword")) {
      String label = Patterns.named(pattern).labelParts().get(0);
      HeadPattern chance = row(rows, UNIFORM, pattern, label);
      assertThat(chance.liftUniform()).isCloseTo(1, within(1e-5));
      // The lift is not exactly 1, because long offsets occur only in long pairs, in which uniform
      // weights are smaller.
      assertThat(chance.liftOffset()).isCloseTo(1, within(.01));
      assertThat(chance.liftMatched()).isCloseTo(1, within(1e-5));
      assertThat(chance.auc().value()).isCloseTo(.5, within(1e-12));
      assertThat(chance.grade()).isEqualTo("none");
      assertThat(chance.nullShare()).isCloseTo(chance.shareContent().value(), within(.005));
    }
  }

  @Test
  void aUniformHeadGivesTargetsAsMuchAsChanceInEveryPairWhichCountsHalf() {
    HeadPattern next = row(rows, UNIFORM, "next", "all");
    assertThat(next.nullName()).isEqualTo("uniform");
    assertThat(next.consistency().value()).isEqualTo(.5);
  }

  @Test
  void positionalPatternsAreHeldAgainstUniformAttentionOnly() {
    HeadPattern next = row(rows, NEXT, "next", "all");
    assertThat(next.nullName()).isEqualTo("uniform");
    assertThat(next.liftOffset()).isNaN();
    assertThat(next.auc().value()).isNaN();
    assertThat(row(rows, CONTENT, "related", "content_words").nullName()).isIn("offset", "matched");
  }

  @Test
  void theDecilesCutTheSampleIntoTenths() {
    Calibration calibration =
        Calibration.of(
            new OffsetSums[] {new OffsetSums(1)},
            IntStream.range(0, 100).map(i -> i * 3).toArray());
    assertThat(calibration.decileBounds())
        .containsExactly(30, 60, 90, 120, 150, 180, 210, 240, 270);
  }

  private static boolean equal(EncodedPair pair, int query, int key) {
    return !pair.isDelimiter(query)
        && !pair.isDelimiter(key)
        && !pair.isPunctuation(query)
        && pair.wordOf()[query] != pair.wordOf()[key]
        && pair.words()
            .get(pair.wordOf()[query])
            .text()
            .equals(pair.words().get(pair.wordOf()[key]).text());
  }

  /** Returns sentences of ten of twenty words in random order; some words have two tokens. */
  private static List<SentencePair> corpus() {
    Random random = new Random(11);
    List<SentencePair> pairs = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      pairs.add(pair("p" + i, null, sentence(random), sentence(random)));
    }
    return pairs;
  }

  private static String sentence(Random random) {
    StringBuilder sentence = new StringBuilder();
    for (int word = 0; word < 10; word++) {
      int which = random.nextInt(20);
      sentence.append("w").append(which).append(which % 4 == 0 ? "##x" : "").append(' ');
    }
    return sentence.append('.').toString();
  }
}
