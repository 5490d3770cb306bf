package io.sextant.profile.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.bert.BertConfig;
import io.sextant.bert.EmbeddingShape;
import io.sextant.bert.EncoderShape;
import io.sextant.bert.Window;
import io.sextant.linguistics.Tier;
import io.sextant.linguistics.WordRelations;
import io.sextant.profile.Float64States;
import io.sextant.profile.SyntheticHeads;
import io.sextant.table.row.HeadPattern;
import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PredictionProfilerTest {
  private static final int FOLLOWS = 0;
  private static final int NEAR = 1;
  private static final int NEXT = 2;
  private static final int UNIFORM = 3;
  private static final int AGAINST = 4;
  private static final BertConfig FIVE_HEADS =
      new BertConfig(new EncoderShape(1, 5, 5, 1), new EmbeddingShape(1, 512, 2), true);
  private static final Float64States STATES = Float64States.random();
  private static final WordRelations STRANGERS = (word, other) -> Tier.NONE;

  /** For each pair, the CPMI of every two words. */
  private final Map<String, double[][]> cpmi = new HashMap<>();

  private final ConditionalPmi predictions = new ConditionalPmi(STATES.model(), STATES, 512);

  @Test
  void aHeadThatFollowsThePredictionsIsFoundAndPositionalOnesAreNot() {
    List<PredictionScores> scores = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      scores.add(score(words("p" + i), STRANGERS).orElseThrow());
    }
    List<HeadPattern> rows = PredictionTable.rows("run", FIVE_HEADS, scores);
    assertThat(rows).hasSize(5);
    assertThat(rows.get(FOLLOWS).rankCorrelation().value()).isCloseTo(1, within(1e-9));
    assertThat(rows.get(FOLLOWS).top1().value()).isEqualTo(1);
    assertThat(rows.get(FOLLOWS).top1Null()).isBetween(.1, .5);
    assertThat(rows.get(AGAINST).rankCorrelation().value()).isCloseTo(-1, within(1e-9));
    assertThat(rows.get(AGAINST).top1().value()).isZero();
    assertThat(rows.get(NEAR).rankCorrelation().value()).isCloseTo(0, within(1e-9));
    assertThat(rows.get(UNIFORM).rankCorrelation().value()).isCloseTo(0, within(1e-9));
    assertThat(rows.get(NEXT).rankCorrelation().value()).isCloseTo(0, within(.1));
    assertThat(rows.get(NEXT).rankCorrelation().low()).isLessThan(0);
    assertThat(rows.get(NEXT).rankCorrelation().high()).isPositive();
    assertThat(rows.get(NEXT).top1().value()).isLessThanOrEqualTo(rows.get(NEXT).top1Null() + .05);
  }

  @Test
  void tokensOfAWordAreSummedAsKeysAndAveragedAsQueries() {
    EncodedPair pair = Float64States.pair("tokens", "a bb##cc d , e##f##g h", "i jj##k");
    PredictionScores scores = score(pair, STRANGERS).orElseThrow();
    assertThat(scores.queries()).containsExactly(7);
    assertThat(scores.correlations()[FOLLOWS]).isCloseTo(1, within(1e-9));
    assertThat(scores.hits()[FOLLOWS]).isEqualTo(7);
    assertThat(Arrays.stream(scores.offsetHits()[0]).sum()).isEqualTo(7);
  }

  @Test
  void wordsOfOneLemmaAreNoKeys() {
    EncodedPair pair = words("lemmas");
    // All other words but three have the lemma of the first word.
    WordRelations first =
        (word, other) -> Math.min(word, other) == 0 && word + other > 3 ? Tier.LEMMA : Tier.NONE;
    int all = score(pair, STRANGERS).orElseThrow().queries()[0];
    assertThat(score(pair, first).orElseThrow().queries()).containsExactly(all - 1);
  }

  @Test
  void aPairOfFewWordsSaysNothing() {
    EncodedPair few = Float64States.pair("few", "a b .", "c d");
    assertThat(PredictionProfiler.isScored(few)).isFalse();
    assertThat(score(few, STRANGERS)).isEmpty();
    assertThat(PredictionProfiler.isScored(Float64States.pair("five", "a b .", "c d e"))).isTrue();
    assertThat(PredictionTable.rows("run", FIVE_HEADS, List.of())).isEmpty();
  }

  @Test
  void theTableAveragesOverPairsAndItsIntervalIsStudents() {
    List<PredictionScores> pairs =
        List.of(scores(null, 2, .2, 1, 5), scores(null, 4, .3, 2, 5), scores(null, 2, .7, 1, 9));
    HeadPattern row = PredictionTable.rows("run", oneHead(), pairs).get(0);
    assertThat(row.pattern() + " " + row.part() + " " + row.unit())
        .isEqualTo("predictive_mlm all word");
    assertThat(row.nClusters()).isEqualTo(3);
    assertThat(row.nQueries()).isEqualTo(8);
    assertThat(row.rankCorrelation().value()).isCloseTo(.4, within(1e-12));
    // The deviations -.2, -.1, .3 have variance .07; t with 2 degrees of freedom is 4.302653.
    double half = 4.302653 * Math.sqrt(.07 / 3);
    assertThat(row.rankCorrelation().low()).isCloseTo(.4 - half, within(1e-6));
    assertThat(row.rankCorrelation().high()).isEqualTo(1);
    assertThat(row.top1().value()).isEqualTo(.5);
    assertThat(row.top1Null()).isEqualTo(6 / 8.0);
    assertThat(row.grade()).isNull();
    assertThat(row.share().value()).isNaN();
  }

  @Test
  void pairsOfAGroupAreOneUnit() {
    List<PredictionScores> pairs =
        List.of(scores("g", 2, .2, 1, 5), scores("h", 2, .5, 1, 5), scores("g", 2, .8, 1, 5));
    HeadPattern row = PredictionTable.rows("run", oneHead(), pairs).get(0);
    assertThat(row.nClusters()).isEqualTo(2);
    assertThat(row.rankCorrelation().value()).isCloseTo(.5, within(1e-12));
    assertThat(row.rankCorrelation().low()).isCloseTo(.5, within(1e-9));
  }

  private static PredictionScores scores(
      String group, int queries, double correlation, int hits, int bin) {
    int[] offsets = new int[21];
    offsets[bin] = queries;
    return new PredictionScores(
        group,
        new int[] {queries},
        new double[] {correlation},
        new int[] {hits},
        new int[][] {offsets});
  }

  private static BertConfig oneHead() {
    return new BertConfig(new EncoderShape(1, 1, 1, 1), new EmbeddingShape(1, 512, 2), true);
  }

  private static EncodedPair words(String id) {
    return Float64States.pair(id, "a b c d e f", "g h i j k");
  }

  private Optional<PredictionScores> score(EncodedPair pair, WordRelations relations) {
    int words = pair.words().size();
    boolean[][] wanted = new boolean[words][words];
    for (boolean[] row : wanted) {
      Arrays.fill(row, true);
    }
    int[] all = java.util.stream.IntStream.range(0, words).toArray();
    cpmi.put(pair.pair().id(), predictions.of(pair, all, wanted));
    return new PredictionProfiler(heads(), predictions, encoded -> relations, FIVE_HEADS)
        .score(pair);
  }

  private SyntheticHeads heads() {
    return new SyntheticHeads(
        this::follows,
        (of, query, key) -> Math.exp(-Math.abs(query - key)),
        SyntheticHeads.NEXT,
        SyntheticHeads.UNIFORM,
        (of, query, key) -> 1 / follows(of, query, key));
  }

  /** What a layer cannot see is neither a key of its heads nor the best offset. */
  @Test
  void keysOutsideTheWindowAreNone() {
    SyntheticHeads layers = heads().layers(Window.FULL, new Window(3), new Window(1));
    List<PredictionScores> scores = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      EncodedPair pair = words("window" + i);
      score(pair, STRANGERS);
      scores.add(
          new PredictionProfiler(layers, predictions, encoded -> STRANGERS, layers.model())
              .score(pair)
              .orElseThrow());
    }
    // 11 words of one token; from the third on, a word sees at least four of the others.
    assertThat(scores.get(0).queries()).containsExactly(11, 9, 0);
    List<HeadPattern> rows = PredictionTable.rows("run", layers.model(), scores);
    assertThat(rows).extracting(HeadPattern::layer).containsOnly(0, 1);
    HeadPattern follows = rows.get(5 + FOLLOWS);
    assertThat(follows.nQueries()).isEqualTo(40 * 9);
    assertThat(follows.rankCorrelation().value()).isCloseTo(1, within(1e-9));
    assertThat(follows.top1().value()).isEqualTo(1);
    // In sight are six offsets at most, all words together ten.
    assertThat(follows.top1Null()).isBetween(1 / 6., 1 / 2.);
    assertThat(rows.get(FOLLOWS).top1Null()).isLessThan(follows.top1Null());
    assertThat(rows.get(5 + AGAINST).rankCorrelation().value()).isCloseTo(-1, within(1e-9));
    assertThat(rows.get(5 + UNIFORM).rankCorrelation().value()).isCloseTo(0, within(1e-9));
  }

  /** Returns exp(CPMI) of the words of two tokens, divided by the number of tokens of the key. */
  private double follows(EncodedPair pair, int query, int key) {
    int own = pair.wordOf()[query];
    int other = pair.wordOf()[key];
    if (own < 0 || other < 0 || own == other) {
      return 1e-3;
    }
    double tokens = pair.words().get(other).endToken() - pair.words().get(other).firstToken();
    return Math.exp(cpmi.get(pair.pair().id())[own][other]) / tokens;
  }
}
