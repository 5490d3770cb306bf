package io.sextant.report.figure;

import io.sextant.catalogue.Catalogue;
import io.sextant.catalogue.Entry;
import io.sextant.catalogue.Title;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Patterns and their parts in plain words, and the order in which they are shown, by the catalogue.
 * A pattern that is not in it, in a run of other patterns than ours, is called by its key.
 */
public final class PatternWords {
  private static final String NO_COLOR = "#777777";

  /** Patterns that are not in the catalogue come last. */
  public static final Comparator<String> ORDER_OF_REPORT =
      Comparator.<String>comparingInt(PatternWords::place).thenComparing(pattern -> pattern);

  private PatternWords() {}

  /** Place in the order of the report; patterns that are not in the catalogue come last. */
  static int place(String pattern) {
    List<Entry> patterns = Catalogue.all().patterns();
    return Catalogue.all().find(pattern).map(patterns::indexOf).orElse(patterns.size());
  }

  static String title(String pattern) {
    return Catalogue.all().find(pattern).map(Entry::title).orElseGet(() -> sentenceCase(pattern));
  }

  /** A sentence that says what is measured; empty for a pattern that is not in the catalogue. */
  static String meaning(String pattern) {
    return Catalogue.all().find(pattern).map(Entry::sentence).orElse("");
  }

  /** The column that a pattern is judged by; share for one that is not in the catalogue. */
  public static String judgedBy(String pattern) {
    return Catalogue.all()
        .find(pattern)
        .map(entry -> Catalogue.all().judging(pattern).judgedBy())
        .orElse("share");
  }

  static String part(String part) {
    return Catalogue.all().parts().stream()
        .filter(titled -> titled.key().equals(part))
        .map(Title::title)
        .findFirst()
        .orElseGet(() -> part.replace('_', ' '));
  }

  /** A pattern as the page reads it. */
  public static Map<String, Object> describe(PatternGroup group) {
    List<String> parts =
        Stream.concat(Stream.of(group.main()), group.parts().stream())
            .map(ScoreGrid::part)
            .toList();
    return describe(group.pattern(), group.main().judgedBy().column(), group.main().part(), parts);
  }

  /**
   * A pattern as the page reads it.
   *
   * @param score the column that it is judged by
   * @param main the part that is shown first
   */
  public static Map<String, Object> describe(
      String pattern, String score, String main, List<String> parts) {
    return Map.of(
        "key",
        pattern,
        "title",
        title(pattern),
        "meaning",
        meaning(pattern),
        "score",
        score,
        "color",
        Catalogue.all().find(pattern).map(Entry::color).orElse(NO_COLOR),
        "letter",
        Catalogue.all().find(pattern).map(Entry::letter).orElse("?"),
        "main",
        main,
        "parts",
        parts.stream().map(part -> Map.of("key", part, "title", part(part))).toList());
  }

  /** What the page's scripts read of the catalogue besides patterns. */
  public static Map<String, Object> catalogue() {
    Catalogue all = Catalogue.all();
    return Map.of(
        "scores", all.scores(), "nulls", all.nulls(), "strata", all.strata(), "units", all.units());
  }

  private static String sentenceCase(String key) {
    String words = key.replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
