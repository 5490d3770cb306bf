package io.sextant.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.attention.AttentionMap;
import io.sextant.bert.LayerWindows;
import io.sextant.bert.Window;
import io.sextant.pattern.Pairs;
import io.sextant.profile.PairMeasure;
import io.sextant.profile.UnfitPairException;
import io.sextant.table.row.HeadCoreference;
import io.sextant.table.row.RejectReason;
import io.sextant.text.Annotation;
import io.sextant.text.CharacterSpans;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentenceBounds;
import io.sextant.text.SentencePair;
import io.sextant.text.Word;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoreferenceProbeTest {
  // Positions: [CLS] 0, anna 1, met 2, eve 3, and 4, she 5, thanked 6, her 7, [SEP] 8.
  private static final String TEXT = "anna met eve and she thanked her";
  private static final String CHAIN =
      """
      [{"begin": 0, "end": 4, "entity": "anna"}, {"begin": 9, "end": 12, "entity": "eve"},
       {"begin": 17, "end": 20, "entity": "anna"}, {"begin": 29, "end": 32, "entity": "eve"}]
      """;

  @Test
  void everyMentionWithAnAntecedentIsAskedAmongThoseBefore() {
    CoreferenceProbe anaphors = new CoreferenceProbe(pair(), Mentions.parse(CHAIN, TEXT));
    assertThat(anaphors.count()).isEqualTo(2);
    // The nearest mention to she is eve and the nearest to her is she: both are wrong.
    assertThat(anaphors.nearestHits(Window.FULL)).isZero();
    assertThat(anaphors.hits(map(1, 3), 0)).as("she to anna, her to eve").isEqualTo(2);
    assertThat(anaphors.hits(map(3, 3), 0)).as("she to eve").isEqualTo(1);
    assertThat(anaphors.hits(map(2, 4), 0)).as("words that are no mentions do not count").isOne();
  }

  @Test
  void markedAnaphorsAreAskedAmongAllOthers() {
    String gap =
        """
        [{"begin": 17, "end": 20, "entity": "y", "anaphor": true},
         {"begin": 0, "end": 4, "entity": "n"}, {"begin": 29, "end": 32, "entity": "y"}]
        """;
    CoreferenceProbe anaphors = new CoreferenceProbe(pair(), Mentions.parse(gap, TEXT));
    assertThat(anaphors.count()).isOne();
    assertThat(anaphors.nearestHits(Window.FULL)).isOne();
    assertThat(anaphors.hits(map(7, 1), 0)).isOne();
    assertThat(anaphors.hits(map(1, 1), 0)).isZero();
  }

  /** The nearest right candidate of "her" is "eve", four positions before. */
  @Test
  void aCandidateOutOfSightIsNoAnswer() {
    String two =
        """
        [{"begin": 9, "end": 12, "entity": "eve"}, {"begin": 29, "end": 32, "entity": "eve"}]
        """;
    CoreferenceProbe anaphors = new CoreferenceProbe(pair(), Mentions.parse(two, TEXT));
    assertThat(anaphors.nearestHits(new Window(4))).isOne();
    assertThat(anaphors.nearestHits(new Window(3))).isZero();
    assertThat(anaphors.hits(map(1, 3), 0)).isOne();
    assertThat(anaphors.hits(new AttentionMap(1, 9, new float[81], new float[9]), 0)).isZero();
  }

  /** Tests one word of the model that has four tokens: 猫 は 彼 だ. */
  @Test
  void inScriptsWithoutSpacesAMentionIsMadeOfTokens() {
    String text = "猫は彼だ";
    EncodedPair pair =
        new EncodedPair(
            new SentencePair("1", null, text, null),
            List.of("[CLS]", "猫", "は", "彼", "だ", "[SEP]"),
            new int[6],
            new int[6],
            new int[] {-1, 0, 0, 0, 0, -1},
            List.of(new Word(text, 0, 0, 4, 1, 5, false)),
            new SentenceBounds(5, 6, 0),
            new CharacterSpans(new int[] {-1, 0, 1, 2, 3, -1}, new int[] {-1, 1, 2, 3, 4, -1}));
    String mentions =
        """
        [{"begin": 0, "end": 1, "entity": "cat"}, {"begin": 2, "end": 3, "entity": "cat"}]
        """;
    CoreferenceProbe anaphors = new CoreferenceProbe(pair, Mentions.parse(mentions, text));
    assertThat(anaphors.count()).as("apart, so one may stand for the other").isOne();
    assertThat(anaphors.nearestHits(Window.FULL)).isOne();
  }

  @Test
  void aMentionWithoutARightCandidateIsNotAsked() {
    String none =
        """
        [{"begin": 0, "end": 4, "entity": "a"}, {"begin": 9, "end": 12, "entity": "b"}]
        """;
    assertThat(new CoreferenceProbe(pair(), Mentions.parse(none, TEXT)).count()).isZero();
  }

  @Test
  void theTableSaysHowOftenAHeadIsRight() {
    SyntaxState state = new SyntaxState(LayerWindows.of(List.of(Window.FULL)), 1);
    SyntaxMeasure measure = new SyntaxMeasure(.2, state);
    for (int i = 0; i < 3; i++) {
      PairMeasure.Reading reading = measure.open(pair());
      reading.read(0, map(3, 3));
      reading.keep();
    }
    measure.finish();
    List<HeadCoreference> rows = state.coreference("run");
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).n()).isEqualTo(6);
    assertThat(rows.get(0).accuracy().value()).isEqualTo(.5);
    assertThat(rows.get(0).nearestAccuracy()).isZero();
  }

  @Test
  void badMentionsAreNamed() {
    assertUnfit("{}", RejectReason.MALFORMED_ANNOTATION, "not an array");
    assertUnfit("[", RejectReason.MALFORMED_ANNOTATION, "not JSON");
    assertUnfit("[{\"begin\": 3}]", RejectReason.MALFORMED_ANNOTATION, "begin, end and entity");
    assertUnfit(
        "[{\"begin\": 3, \"end\": 99, \"entity\": \"x\"}]",
        RejectReason.MISALIGNED_ANNOTATION,
        "character 99 of a text of 32");
  }

  private static void assertUnfit(String json, RejectReason reason, String message) {
    assertThatThrownBy(() -> Mentions.parse(json, TEXT))
        .isInstanceOf(UnfitPairException.class)
        .hasMessageContaining(message)
        .extracting(e -> ((UnfitPairException) e).reason())
        .isEqualTo(reason);
  }

  private static EncodedPair pair() {
    return Pairs.of(TEXT, null, new Annotation(null, null, CHAIN));
  }

  /**
   * Returns a map in which "she" attends to one position and "her" to another, and a little to all
   * others.
   */
  private static AttentionMap map(int fromShe, int fromHer) {
    float[] weights = new float[81];
    java.util.Arrays.fill(weights, .01f);
    weights[5 * 9 + fromShe] = 1;
    weights[7 * 9 + fromHer] = 1;
    return new AttentionMap(1, 9, weights, new float[9]);
  }
}
