package io.sextant.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Patterns and their parts in plain words, and the order in which they are shown. */
final class PatternWords {

  private record Words(String pattern, String title, String meaning) {}

  private static final List<Words> ORDER =
      List.of(
          new Words("next", "Next word", "to the token after it, within its sentence"),
          new Words("previous", "Previous word", "to the token before it, within its sentence"),
          new Words(
              "related",
              "Identical or related words",
              "to tokens of the same or a related word, in either sentence"),
          new Words(
              "related_other",
              "Related words, other sentence",
              "to tokens of the same or a related word, in the other sentence only"),
          new Words(
              "predictive_piece",
              "Other pieces of the word",
              "to the other pieces of its own word, which predict it"),
          new Words(
              "predictive_cooccurrence",
              "Words it occurs with",
              "to words that it often occurs together with, which predict it"),
          new Words(
              "predictive_mlm",
              "Words that predict it",
              "to words without which the model's own guess at it would be worse"),
          new Words("delimiter", "Delimiters", "to [CLS] and [SEP]"),
          new Words("self", "Itself", "to itself"),
          new Words("punctuation", "Punctuation", "to punctuation marks"),
          new Words("own_sentence", "Own sentence", "to the words of its own sentence"),
          new Words("other_sentence", "Other sentence", "to the words of the other sentence"));

  private static final Map<String, String> PARTS =
      Map.ofEntries(
          Map.entry("cls", "[CLS]"),
          Map.entry("sep", "[SEP]"),
          Map.entry("first_sep", "first [SEP]"),
          Map.entry("second_sep", "second [SEP]"),
          Map.entry("within", "within the sentence"),
          Map.entry("cross", "in the other sentence"),
          Map.entry("r0", "content words, the same"),
          Map.entry("r1", "content words of one lemma"),
          Map.entry("r2", "content words related in WordNet"),
          Map.entry("r3", "content words near in the embeddings"),
          Map.entry("a_to_b", "from A to B"),
          Map.entry("b_to_a", "from B to A"));

  /** Patterns that have no place in the order come last. */
  static final Comparator<String> ORDER_OF_REPORT =
      Comparator.<String>comparingInt(PatternWords::place).thenComparing(pattern -> pattern);

  private PatternWords() {}

  /** Place in the order of the report; patterns that have none come last. */
  static int place(String pattern) {
    for (int place = 0; place < ORDER.size(); place++) {
      if (ORDER.get(place).pattern.equals(pattern)) {
        return place;
      }
    }
    return ORDER.size();
  }

  static String title(String pattern) {
    int place = place(pattern);
    return place < ORDER.size() ? ORDER.get(place).title : sentenceCase(pattern);
  }

  /** A sentence that says what is measured; empty for a pattern that is not in the order. */
  static String meaning(String pattern) {
    int place = place(pattern);
    return place < ORDER.size() ? "Attention from a token " + ORDER.get(place).meaning + "." : "";
  }

  static String part(String part) {
    return PARTS.getOrDefault(part, part.replace('_', ' '));
  }

  /** A pattern as the page reads it. */
  static Map<String, Object> describe(PatternGroup group) {
    List<String> parts =
        Stream.concat(Stream.of(group.main()), group.parts().stream())
            .map(ScoreGrid::part)
            .toList();
    return describe(group.pattern(), group.main().part(), parts);
  }

  /**
   * A pattern as the page reads it.
   *
   * @param main the part that is shown first
   */
  static Map<String, Object> describe(String pattern, String main, List<String> parts) {
    return Map.of(
        "key",
        pattern,
        "title",
        title(pattern),
        "meaning",
        meaning(pattern),
        "score",
        Score.of(pattern).column(),
        "main",
        main,
        "parts",
        parts.stream().map(part -> Map.of("key", part, "title", part(part))).toList());
  }

  private static String sentenceCase(String key) {
    String words = key.replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
