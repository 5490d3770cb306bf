package io.sextant.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.BadInputException;
import io.sextant.linguistics.Association;
import io.sextant.linguistics.Cooccurrences;
import io.sextant.linguistics.Cooccurrences.WordPair;
import io.sextant.linguistics.Language;
import io.sextant.linguistics.RelatedWords;
import io.sextant.text.EncodedPair;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Compares targets with those that were worked out by hand. */
class PatternsTest {
  private static final RelatedWords RELATED = new RelatedWords(Language.ENGLISH);

  // 0 [CLS] 1 The 2 store 3 , 4 the 5 stores 6 [SEP] 7 I 8 bought 9 straw 10 ##berries 11 , 12
  // store 13 . 14 [SEP]
  private static final AnnotatedPair PAIR =
      annotated("The store , the stores", "I bought straw##berries , store .");
  // 0 [CLS] 1 geese 2 follow 3 goose 4 . 5 [SEP]
  private static final AnnotatedPair SINGLE = annotated("geese follow goose .", null);
  private static final AnnotatedPair ONE_WORD = annotated("Yes", "No");

  @Test
  void thePatternsComeInOneOrder() {
    assertThat(Patterns.all().stream().map(AttentionPattern::key))
        .containsExactly(
            "next",
            "previous",
            "self",
            "delimiter",
            "punctuation",
            "related",
            "related_other",
            "predictive_subword",
            "predictive_cooccurrence",
            "own_sentence",
            "other_sentence");
  }

  @Test
  void anUnknownPatternIsAnsweredWithTheKnown() {
    assertThat(Patterns.named("related_other").parts()).contains("a_to_b");
    assertThatThrownBy(() -> Patterns.named("nxt"))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("no pattern 'nxt'; the patterns are next, previous, self,");
  }

  @Test
  void labelsStandOnPartsAndDescriptionsHaveNone() {
    for (AttentionPattern pattern : Patterns.all()) {
      assertThat(pattern.parts()).isNotEmpty().doesNotHaveDuplicates();
      assertThat(pattern.parts()).containsAll(pattern.labelParts());
      assertThat(pattern.labelParts().isEmpty()).isEqualTo(pattern.family() == Family.DESCRIPTION);
      for (AnnotatedPair pair : List.of(PAIR, SINGLE, ONE_WORD)) {
        assertThat(pattern.targets(pair)).hasSameSizeAs(pattern.parts());
        assertThat(pattern.clarkTargets(pair, pattern.targets(pair)))
            .hasSameSizeAs(pattern.parts());
      }
    }
  }

  @Test
  void next() {
    assertThat(targets("next", "all", PAIR))
        .isEqualTo("1:2 2:3 3:4 4:5 7:8 8:9 9:10 10:11 11:12 12:13");
    assertThat(targets("next", "leak", PAIR)).isEqualTo("5:6 13:14 14:0");
    assertThat(clark("next", "all", SINGLE)).isEqualTo("0:1 1:2 2:3 3:4 4:5");
    assertThat(clark("next", "leak", SINGLE)).isEmpty();
    assertThat(targets("next", "all", SINGLE)).isEqualTo("1:2 2:3 3:4");
    assertThat(targets("next", "leak", SINGLE)).isEqualTo("4:5 5:0");
    assertThat(targets("next", "all", ONE_WORD)).isEmpty();
    assertThat(targets("next", "leak", ONE_WORD)).isEqualTo("1:2 3:4 4:0");
  }

  @Test
  void previous() {
    assertThat(targets("previous", "all", PAIR))
        .isEqualTo("2:1 3:2 4:3 5:4 8:7 9:8 10:9 11:10 12:11 13:12");
    assertThat(targets("previous", "leak", PAIR)).isEqualTo("1:0 7:6");
    assertThat(clark("previous", "all", SINGLE)).isEqualTo("1:0 2:1 3:2 4:3 5:4");
    assertThat(targets("previous", "leak", SINGLE)).isEqualTo("1:0");
    assertThat(targets("previous", "all", ONE_WORD)).isEmpty();
  }

  @Test
  void self() {
    assertThat(targets("self", "all", SINGLE)).isEqualTo("1:1 2:2 3:3 4:4");
    assertThat(clark("self", "all", SINGLE)).isEqualTo("0:0 1:1 2:2 3:3 4:4 5:5");
  }

  @Test
  void delimiter() {
    assertThat(targets("delimiter", "all", ONE_WORD)).isEqualTo("1:0,2,4 3:0,2,4");
    assertThat(targets("delimiter", "cls", ONE_WORD)).isEqualTo("1:0 3:0");
    assertThat(targets("delimiter", "first_sep", ONE_WORD)).isEqualTo("1:2 3:2");
    assertThat(targets("delimiter", "second_sep", ONE_WORD)).isEqualTo("1:4 3:4");
    assertThat(targets("delimiter", "sep", ONE_WORD)).isEqualTo("1:2,4 3:2,4");
    assertThat(clark("delimiter", "sep", ONE_WORD)).isEqualTo("0:2,4 1:2,4 2:2,4 3:2,4 4:2,4");
    assertThat(targets("delimiter", "all", SINGLE)).isEqualTo("1:0,5 2:0,5 3:0,5 4:0,5");
    assertThat(targets("delimiter", "first_sep", SINGLE)).isEqualTo("1:5 2:5 3:5 4:5");
    assertThat(targets("delimiter", "second_sep", SINGLE)).isEmpty();
    assertThat(targets("delimiter", "sep", SINGLE)).isEqualTo("1:5 2:5 3:5 4:5");
  }

  @Test
  void punctuation() {
    assertThat(targets("punctuation", "all", SINGLE)).isEqualTo("1:4 2:4 3:4 4:4");
    assertThat(targets("punctuation", "all", ONE_WORD)).isEmpty();
    AnnotatedPair question = annotated("Why , then ?", null);
    assertThat(targets("punctuation", "all", question)).isEqualTo("1:2,4 2:2,4 3:2,4 4:2,4");
    assertThat(clark("punctuation", "all", question)).isEqualTo("0:2 1:2 2:2 3:2 4:2 5:2");
  }

  @Test
  void related() {
    assertThat(targets("related", "all", PAIR))
        .isEqualTo("1:1,4 2:2,5,12 4:1,4 5:2,5,12 7:7 8:8 9:9 10:10 12:2,5,12");
    assertThat(targets("related", "self", PAIR))
        .isEqualTo("1:1 2:2 4:4 5:5 7:7 8:8 9:9 10:10 12:12");
    assertThat(targets("related", "within", PAIR)).isEqualTo("1:4 2:5 4:1 5:2");
    assertThat(targets("related", "cross", PAIR)).isEqualTo("2:12 5:12 12:2,5");
    assertThat(targets("related", "content_words", PAIR)).isEqualTo("2:5,12 5:2,12 12:2,5");
    assertThat(targets("related", "function_words", PAIR)).isEqualTo("1:4 4:1");
    assertThat(targets("related", "surface", PAIR)).isEqualTo("2:12 12:2");
    assertThat(targets("related", "lemma", PAIR)).isEqualTo("2:5 5:2,12 12:5");
    assertThat(targets("related", "within", SINGLE)).isEqualTo("1:3 3:1");
    assertThat(targets("related", "cross", SINGLE)).isEmpty();
    assertThat(targets("related", "all", ONE_WORD)).isEqualTo("1:1 3:3");
    assertThat(targets("related", "content_words", ONE_WORD)).isEmpty();
  }

  @Test
  void relatedWordsOfSeveralTokensAreTargetsWithAllOfThem() {
    // 0 [CLS] 1 straw 2 ##berries 3 [SEP] 4 a 5 straw 6 ##berry 7 [SEP]
    AnnotatedPair pair = annotated("straw##berries", "a straw##berry");
    assertThat(targets("related", "all", pair)).isEqualTo("1:1,5,6 2:2,5,6 4:4 5:1,2,5 6:1,2,6");
    assertThat(targets("related_other", "all", pair)).isEqualTo("1:5,6 2:5,6 5:1,2 6:1,2");
  }

  @Test
  void relatedOther() {
    assertThat(targets("related_other", "all", PAIR)).isEqualTo("2:12 5:12 12:2,5");
    assertThat(targets("related_other", "content_words", PAIR)).isEqualTo("2:12 5:12 12:2,5");
    assertThat(targets("related_other", "function_words", PAIR)).isEmpty();
    assertThat(targets("related_other", "surface", PAIR)).isEqualTo("2:12 12:2");
    assertThat(targets("related_other", "lemma", PAIR)).isEqualTo("5:12 12:5");
    assertThat(targets("related_other", "a_to_b", PAIR)).isEqualTo("2:12 5:12");
    assertThat(targets("related_other", "b_to_a", PAIR)).isEqualTo("12:2,5");
  }

  @Test
  void tiersAreOfContentWordsAndAFunctionWordOnEitherSideIsEnough() {
    // 0 [CLS] 1 the 2 shop 3 is 4 cold 5 [SEP] 6 the 7 store 8 was 9 hot 10 [SEP]
    AnnotatedPair pair = annotated("the shop is cold", "the store was hot");
    assertThat(targets("related_other", "function_words", pair)).isEqualTo("1:6 3:8 6:1 8:3");
    assertThat(targets("related_other", "surface", pair)).isEmpty();
    assertThat(targets("related_other", "lemma", pair)).isEmpty();
    assertThat(targets("related_other", "wordnet", pair)).isEqualTo("2:7 4:9 7:2 9:4");
    // 0 [CLS] 1 doing 2 [SEP] 3 done 4 [SEP]; done is no stop word.
    assertThat(targets("related_other", "function_words", annotated("doing", "done")))
        .isEqualTo("1:3 3:1");
  }

  @Test
  void relatedOtherLeavesOutSingleSentencesAndPairsOfEqualSentences() {
    List<AnnotatedPair> leftOut =
        List.of(SINGLE, annotated("The dog .", "the dog ."), annotated("Yes", "yes"));
    for (AnnotatedPair pair : leftOut) {
      assertThat(Patterns.named("related_other").targets(pair)).containsOnly(Targets.NONE);
    }
    assertThat(targets("related_other", "all", annotated("dog the", "the dog")))
        .isEqualTo("1:5 2:4 4:2 5:1");
    assertThat(targets("related_other", "all", annotated("the dog", "dog"))).isEqualTo("2:4 4:2");
  }

  @Test
  void predictiveSubword() {
    assertThat(targets("predictive_subword", "all", PAIR)).isEqualTo("9:10 10:9");
    assertThat(targets("predictive_subword", "all", annotated("un##break##able glass", null)))
        .isEqualTo("1:2,3 2:1,3 3:1,2");
    assertThat(targets("predictive_subword", "all", SINGLE)).isEmpty();
  }

  @Test
  void predictiveCooccurrence() {
    EncodedPair pair = Pairs.of("Straw##berries are red", "a red sun , strawberries");
    Cooccurrences redBerries =
        new Cooccurrences(
            List.of(
                new WordPair("red", "strawberries", new Association(99, 9, 9, 9)),
                new WordPair("glass", "sun", new Association(99, 9, 9, 9))));
    // 0 [CLS] 1 Straw 2 ##berries 3 are 4 red 5 [SEP] 6 a 7 red 8 sun 9 , 10 strawberries 11 [SEP]
    AnnotatedPair annotated = new AnnotatedPair(pair, RELATED.in(pair, Map.of(), redBerries));
    assertThat(targets("predictive_cooccurrence", "all", annotated))
        .isEqualTo("1:4,7 2:4,7 4:1,2,10 7:1,2,10 10:4,7");
    assertThat(targets("related", "surface", annotated)).isEqualTo("1:10 2:10 4:7 7:4 10:1,2");
    assertThat(targets("predictive_cooccurrence", "all", PAIR)).isEmpty();
  }

  @Test
  void sentences() {
    assertThat(targets("own_sentence", "all", annotated("a b", "c"))).isEqualTo("1:1,2 2:1,2 4:4");
    assertThat(targets("other_sentence", "all", annotated("a b", "c"))).isEqualTo("1:4 2:4 4:1,2");
    assertThat(targets("own_sentence", "all", annotated("a b", null))).isEqualTo("1:1,2 2:1,2");
    assertThat(targets("other_sentence", "all", annotated("a b", null))).isEmpty();
  }

  static AnnotatedPair annotated(String a, String b) {
    EncodedPair pair = Pairs.of(a, b);
    return new AnnotatedPair(pair, RELATED.in(pair));
  }

  private static String targets(String key, String part, AnnotatedPair pair) {
    AttentionPattern pattern = Patterns.named(key);
    return Rows.of(pattern.targets(pair).get(pattern.parts().indexOf(part)));
  }

  private static String clark(String key, String part, AnnotatedPair pair) {
    AttentionPattern pattern = Patterns.named(key);
    return Rows.of(
        pattern.clarkTargets(pair, pattern.targets(pair)).get(pattern.parts().indexOf(part)));
  }
}
