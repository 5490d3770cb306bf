package io.sextant.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.text.EncodedPair;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws that hold for the parts of the patterns on every pair. */
class PatternLawsTest {

  @Property(tries = 150)
  void partsPartTheWhole(@ForAll("pairs") AnnotatedPair pair) {
    assertParts(pair, "delimiter", "all", "cls", "first_sep", "second_sep");
    assertParts(pair, "delimiter", "sep", "first_sep", "second_sep");
    assertParts(pair, "related", "all", "self", "within", "cross");
    assertParts(pair, "related", "all", "self", "content_words", "function_words");
    assertParts(pair, "related", "content_words", "surface", "lemma", "wordnet", "embedding");
    assertParts(pair, "related_other", "all", "content_words", "function_words");
    assertParts(pair, "related_other", "content_words", "surface", "lemma", "wordnet", "embedding");
    assertParts(pair, "related_other", "all", "a_to_b", "b_to_a");
  }

  @Property(tries = 150)
  void sentencesAndDelimitersPartThePositions(@ForAll("pairs") AnnotatedPair pair) {
    int n = pair.encoded().size();
    int[][] own = matrix("own_sentence", "all", pair);
    int[][] other = matrix("other_sentence", "all", pair);
    int[][] delimiter = matrix("delimiter", "all", pair);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        assertThat(own[i][j] + other[i][j] + delimiter[i][j])
            .isEqualTo(pair.encoded().isDelimiter(i) ? 0 : 1);
      }
    }
  }

  @Property(tries = 150)
  void queriesAreContentAndNoPatternOfContentLooksAtDelimiters(
      @ForAll("pairs") AnnotatedPair pair) {
    EncodedPair encoded = pair.encoded();
    for (AttentionPattern pattern : Patterns.all()) {
      for (int part = 0; part < pattern.parts().size(); part++) {
        boolean leak = pattern.parts().get(part).equals("leak");
        Targets targets = pattern.targets(pair).get(part);
        for (int r = 0; r < targets.queries(); r++) {
          assertThat(leak || !encoded.isDelimiter(targets.query(r))).isTrue();
          assertThat(targets.count(r)).isPositive();
          for (int key = 0; key < encoded.size(); key++) {
            if (Rows.contains(targets, r, key) && pattern.family() == Family.CONTENT) {
              assertThat(encoded.isDelimiter(key) || encoded.isPunctuation(key)).isFalse();
            }
          }
        }
      }
    }
  }

  @Property(tries = 150)
  void relationsAreMutual(@ForAll("pairs") AnnotatedPair pair) {
    int n = pair.encoded().size();
    for (String part :
        List.of("within", "cross", "function_words", "surface", "lemma", "wordnet")) {
      int[][] related = matrix("related", part, pair);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
          assertThat(related[i][j]).isEqualTo(related[j][i]);
        }
      }
    }
  }

  @Provide
  Arbitrary<AnnotatedPair> pairs() {
    Arbitrary<String> sentence =
        Arbitraries.of(
                "the",
                "The",
                "goose",
                "geese",
                "straw##berries",
                "straw##berry",
                "bought",
                "buy",
                "purchase",
                ".",
                ",",
                "zo##r##bing")
            .list()
            .ofMinSize(1)
            .ofMaxSize(6)
            .map(words -> String.join(" ", words));
    return Combinators.combine(sentence, sentence.injectNull(.2)).as(PatternsTest::annotated);
  }

  /** Asserts that the parts are disjoint and that their union is the whole. */
  private static void assertParts(AnnotatedPair pair, String key, String whole, String... parts) {
    int n = pair.encoded().size();
    int[][] sum = new int[n][n];
    for (String part : parts) {
      int[][] targets = matrix(key, part, pair);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          sum[i][j] += targets[i][j];
        }
      }
    }
    assertThat(sum)
        .as("%s: %s", key, String.join(" + ", parts))
        .isDeepEqualTo(matrix(key, whole, pair));
  }

  /** Returns 1 where the column is a target of the row, else 0. */
  private static int[][] matrix(String key, String part, AnnotatedPair pair) {
    AttentionPattern pattern = Patterns.named(key);
    Targets targets = pattern.targets(pair).get(pattern.parts().indexOf(part));
    int n = pair.encoded().size();
    int[][] matrix = new int[n][n];
    for (int r = 0; r < targets.queries(); r++) {
      for (int j = 0; j < n; j++) {
        matrix[targets.query(r)][j] = Rows.contains(targets, r, j) ? 1 : 0;
      }
    }
    return matrix;
  }
}
