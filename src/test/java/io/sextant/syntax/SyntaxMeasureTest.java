package io.sextant.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.attention.AttentionMap;
import io.sextant.bert.LayerWindows;
import io.sextant.bert.Window;
import io.sextant.pattern.Pairs;
import io.sextant.profile.PairMeasure;
import io.sextant.profile.UnfitPairException;
import io.sextant.table.row.HeadPos;
import io.sextant.table.row.HeadRelation;
import io.sextant.table.row.RejectReason;
import io.sextant.text.Annotation;
import io.sextant.text.EncodedPair;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SyntaxMeasureTest {
  private static final String SENTENCE = "the straw##berries on the table rot";
  private static final Annotation TREE =
      new Annotation(
          Blocks.of(
              "1 the DET 2 det",
              "2 straw##berries NOUN 6 nsubj",
              "3 on ADP 5 case",
              "4 the DET 5 det",
              "5 table NOUN 2 nmod",
              "6 rot VERB 0 root"),
          null,
          null);

  /**
   * The syntactic head of each position of {@link #SENTENCE}: [CLS] the straw ##berries on the
   * table rot.
   */
  private static final int[] SYNTACTIC_HEAD = {0, 2, 7, 7, 6, 6, 3, 8, 8};

  /** Returns the weight of each of four synthetic heads from a query to a key. */
  private static double weight(int head, int query, int key) {
    return switch (head) {
      case 0 -> key == SYNTACTIC_HEAD[query] ? 1 : 0;
      case 1 -> query == SYNTACTIC_HEAD[key] ? 1 : 1e-3;
      case 2 -> 1;
      default -> key == Math.min(query + 1, 8) ? 1 : 0;
    };
  }

  @Test
  void aHeadThatAttendsToSyntacticHeadsFindsThemAll() {
    List<HeadRelation> rows = measure(1).relations("run");
    for (String relation : List.of("det", "nsubj", "case", "nmod", "all")) {
      assertThat(row(rows, 0, relation, "dependent_to_head").accuracy().value()).isEqualTo(1);
      assertThat(row(rows, 1, relation, "head_to_dependent").accuracy().value())
          .as("tied with other relations' dependents: " + relation)
          .isBetween(0.0, 1.0);
      assertThat(row(rows, 1, relation, "dependent_from_head").accuracy().value()).isEqualTo(1);
    }
    assertThat(row(rows, 0, "all", "dependent_to_head").n()).isEqualTo(5);
    assertThat(row(rows, 0, "det", "head_to_dependent").n()).isEqualTo(2);
  }

  /** The next word is the syntactic head of both determiners but never of the others. */
  @Test
  void aHeadOfTheNextWordIsAsGoodAsTheBestOffset() {
    List<HeadRelation> rows = measure(1).relations("run");
    HeadRelation det = row(rows, 3, "det", "dependent_to_head");
    assertThat(det.accuracy().value()).isEqualTo(1);
    assertThat(det.baselineOffset()).isEqualTo(1);
    assertThat(det.baselineAccuracy()).isEqualTo(1);
    HeadRelation all = row(rows, 3, "all", "dependent_to_head");
    assertThat(all.accuracy().value()).isEqualTo(.4);
    assertThat(all.baselineAccuracy()).isEqualTo(.4);
    assertThat(row(rows, 3, "nmod", "head_to_dependent").baselineOffset()).isEqualTo(3);
  }

  /**
   * Attention from a word is the mean over its tokens, attention to a word the sum: straw has .4 +
   * .4 of "the".
   */
  @Test
  void tokensAreAddedToTheirWord() {
    EncodedPair pair = Pairs.of("a b##c d", null);
    WordAlignment units =
        new WordAlignment(
            pair,
            Conllu.parse(Blocks.of("1 a X 2 dep", "2 b##c X 0 root", "3 d X 2 dep"), "a b##c d"),
            null);
    float[] weights = new float[36];
    // a: b .2, c .2, d .3; b: a .9; c: d .6 a 0, so bc: a .45 d .3; delimiters are excluded
    weights[6 + 2] = .2f;
    weights[6 + 3] = .2f;
    weights[6 + 4] = .3f;
    weights[6] = .3f;
    weights[12 + 1] = .9f;
    weights[18 + 4] = .6f;
    WordAttention attention = new WordAttention();
    attention.read(units, new AttentionMap(1, 6, weights, new float[6]), 0);
    assertThat(attention.strongestKey[0]).isEqualTo(1);
    assertThat(attention.strongestKey[1]).isZero();
  }

  @Test
  void aHeadThatAttendsToAllAlikeHasLiftOneForEveryTag() {
    List<HeadPos> rows = measure(1).partsOfSpeech("run");
    assertThat(rows.stream().filter(row -> row.head() == 2))
        .hasSize(4)
        .allSatisfy(
            row -> {
              assertThat(row.lift()).isCloseTo(1, within(1e-9));
              assertThat(row.share()).isCloseTo(row.n() / 9.0, within(1e-7));
              assertThat(row.frequency()).isEqualTo(row.n() / 7.0);
            });
    HeadPos nouns =
        rows.stream().filter(r -> r.head() == 0 && r.tag().equals("NOUN")).findFirst().get();
    // the -> straw, on -> table, the -> table, table -> ##berries
    assertThat(nouns.share()).isCloseTo(4 / 7.0, within(1e-7));
  }

  /** The only head of the second layer attends to the tagged tokens that it sees alike. */
  @Test
  void whatALayerCannotSeeIsNeitherChanceNorBaseline() {
    Window window = new Window(1);
    SyntaxState state = new SyntaxState(LayerWindows.of(List.of(Window.FULL, window)), 1);
    SyntaxMeasure measure = new SyntaxMeasure(.2, state);
    PairMeasure.Reading reading = measure.open(Pairs.of(SENTENCE, null, TREE));
    float[] weights = new float[81];
    for (int query = 0; query < 9; query++) {
      int first = Math.max(1, window.first(query));
      int end = Math.min(8, window.end(query, 9));
      Arrays.fill(weights, query * 9 + first, query * 9 + end, 1f / (end - first));
    }
    reading.read(0, new AttentionMap(1, 9, weights, new float[9]));
    reading.read(1, new AttentionMap(1, 9, weights, new float[9]));
    reading.keep();
    measure.finish();
    List<HeadPos> tags = state.partsOfSpeech("run");
    assertThat(tags.stream().filter(row -> row.layer() == 1))
        .hasSize(4)
        .allSatisfy(row -> assertThat(row.lift()).isCloseTo(1, within(1e-6)));
    // In sight of the first "the" is a half determiner, of four other queries a third.
    HeadPos determiners =
        tags.stream().filter(row -> row.layer() == 0 && row.tag().equals("DET")).findFirst().get();
    assertThat(determiners.lift()).isCloseTo((1 / 2. + 4 / 3.) / 2, within(1e-6));
    List<HeadRelation> relations = state.relations("run");
    HeadRelation seen = row(relations, 0, "nmod", "head_to_dependent");
    assertThat(seen.baselineOffset()).isEqualTo(3);
    assertThat(seen.baselineAccuracy()).isEqualTo(1);
    HeadRelation hidden = row(relations, 1, 0, "nmod", "head_to_dependent");
    assertThat(hidden.baselineAccuracy()).isZero();
    HeadRelation beside = row(relations, 1, 0, "det", "dependent_to_head");
    assertThat(beside.baselineOffset()).isEqualTo(1);
    assertThat(beside.baselineAccuracy()).isEqualTo(1);
  }

  @Test
  void theUnitsOfAGroupAreOneSamplingUnit() {
    assertThat(row(measure(1).relations("run"), 0, "det", "dependent_to_head").accuracy().low())
        .isNaN();
    HeadRelation many = row(measure(30).relations("run"), 0, "det", "dependent_to_head");
    assertThat(many.n()).isEqualTo(60);
    assertThat(many.accuracy().low()).isBetween(.9, .95);
    assertThat(many.accuracy().high()).isEqualTo(1);
  }

  @Test
  void statesMergeToTheStateOfAllPairs() throws IOException {
    SyntaxState merged = new SyntaxState(LayerWindows.of(List.of(Window.FULL)), 4);
    for (int pairs : new int[] {0, 3, 4}) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      measure(pairs).write(new DataOutputStream(bytes));
      merged.mergeFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }
    SyntaxState whole = measure(7);
    assertThat(merged.relations("run")).isEqualTo(whole.relations("run"));
    assertThat(merged.partsOfSpeech("run"))
        .usingRecursiveFieldByFieldElementComparator()
        .hasSameSizeAs(whole.partsOfSpeech("run"));
    assertThat(merged.words()).isEqualTo(42);
  }

  @Test
  void tooManyMismatchesRejectAPair() {
    Annotation other = new Annotation(Blocks.of("1 the DET 0 root", "2 cat NOUN 1 x"), null, null);
    SyntaxMeasure strict =
        new SyntaxMeasure(.4, new SyntaxState(LayerWindows.of(List.of(Window.FULL)), 4));
    assertThatThrownBy(() -> strict.check(Pairs.of("the dog", null, other)))
        .isInstanceOf(UnfitPairException.class)
        .hasMessageContaining("1 of 2 words")
        .extracting(e -> ((UnfitPairException) e).reason())
        .isEqualTo(RejectReason.MISALIGNED_ANNOTATION);
    new SyntaxMeasure(.5, new SyntaxState(LayerWindows.of(List.of(Window.FULL)), 4))
        .check(Pairs.of("the dog", null, other));
  }

  @Test
  void pairsWithoutAnnotationLeaveTheStateEmpty() {
    SyntaxState state = new SyntaxState(LayerWindows.of(List.of(Window.FULL)), 4);
    SyntaxMeasure measure = new SyntaxMeasure(.2, state);
    take(measure, Pairs.of(SENTENCE, null));
    measure.finish();
    assertThat(state.relations("run")).isEmpty();
    assertThat(state.partsOfSpeech("run")).isEmpty();
    assertThat(state.coreference("run")).isEmpty();
  }

  /** Compares with a slow and simple second implementation on random maps. */
  @Test
  void accuracyIsWhatCountingOneByOneGives() {
    Random random = new Random(5);
    SyntaxState state = new SyntaxState(LayerWindows.of(List.of(Window.FULL)), 1);
    SyntaxMeasure measure = new SyntaxMeasure(.2, state);
    int[] wordOf = {-1, 0, 1, 1, 2, 3, 4, 5, -1};
    int[] headOf = {1, 5, 4, 4, 1};
    int hits = 0;
    for (int pair = 0; pair < 200; pair++) {
      float[] weights = new float[81];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = random.nextFloat();
      }
      PairMeasure.Reading reading = measure.open(Pairs.of(SENTENCE, null, TREE));
      reading.read(0, new AttentionMap(1, 9, weights, new float[9]));
      reading.keep();
      for (int dependent = 0; dependent < 5; dependent++) {
        double[] to = new double[6];
        for (int i = 0; i < 81; i++) {
          int from = wordOf[i / 9];
          int key = wordOf[i % 9];
          if (from == dependent && key >= 0 && key != from) {
            to[key] += weights[i] / (dependent == 1 ? 2 : 1);
          }
        }
        int best = dependent == 0 ? 1 : 0;
        for (int word = 0; word < 6; word++) {
          best = word != dependent && to[word] > to[best] ? word : best;
        }
        hits += best == headOf[dependent] ? 1 : 0;
      }
    }
    measure.finish();
    HeadRelation all = row(state.relations("run"), 0, "all", "dependent_to_head");
    assertThat(all.n()).isEqualTo(1000);
    assertThat(all.accuracy().value()).isEqualTo(hits / 1000.0);
  }

  private static SyntaxState measure(int pairs) {
    SyntaxState state = new SyntaxState(LayerWindows.of(List.of(Window.FULL)), 4);
    SyntaxMeasure measure = new SyntaxMeasure(.2, state);
    for (int i = 0; i < pairs; i++) {
      take(measure, Pairs.of(SENTENCE, null, TREE));
    }
    measure.finish();
    return state;
  }

  private static void take(SyntaxMeasure measure, EncodedPair pair) {
    measure.check(pair);
    PairMeasure.Reading reading = measure.open(pair);
    int n = pair.size();
    float[] weights = new float[4 * n * n];
    for (int row = 0; row < 4 * n; row++) {
      double sum = 0;
      for (int key = 0; key < n; key++) {
        sum += weight(row / n, row % n, key);
      }
      for (int key = 0; key < n; key++) {
        weights[row * n + key] = (float) (weight(row / n, row % n, key) / sum);
      }
    }
    reading.read(0, new AttentionMap(4, n, weights, new float[4 * n]));
    reading.keep();
  }

  private static HeadRelation row(
      List<HeadRelation> rows, int head, String relation, String direction) {
    return row(rows, 0, head, relation, direction);
  }

  private static HeadRelation row(
      List<HeadRelation> rows, int layer, int head, String relation, String direction) {
    return rows.stream()
        .filter(row -> row.layer() == layer && row.head() == head)
        .filter(row -> row.relation().equals(relation) && row.direction().equals(direction))
        .findFirst()
        .orElseThrow();
  }
}
