package io.sextant.report.figure;

import io.sextant.catalogue.Catalogue;
import io.sextant.catalogue.Entry;
import io.sextant.catalogue.Judging;
import io.sextant.catalogue.Title;
import io.sextant.report.draw.Printable;
import io.sextant.table.row.CatalogueRow;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The titles of patterns and their parts in plain words, and the display order. They come from the
 * run's own table {@code catalogue} or, for keys that it lacks, from this program's catalogue. A
 * pattern that is in neither has its key as its title.
 */
public final class PatternWords {
  private static final int LONGEST = 100;
  private static final int LONGEST_SENTENCE = 400;
  private static final String NO_COLOR = "#777777";
  private static final String PATTERN = "pattern";

  private final Catalogue ours = Catalogue.all();
  private final List<CatalogueRow> run;
  private final List<String> patterns;

  /**
   * Creates the titles of a run.
   *
   * @param run the rows of {@code catalogue}, of which the first with a key is used
   */
  public PatternWords(List<CatalogueRow> run) {
    this.run = run.stream().sorted(Comparator.comparingInt(CatalogueRow::place)).toList();
    this.patterns =
        Stream.concat(
                ofKind(PATTERN).map(CatalogueRow::key), ours.patterns().stream().map(Entry::key))
            .distinct()
            .toList();
  }

  /** Returns the order of the report, in which patterns without a catalogue entry come last. */
  public Comparator<String> order() {
    return Comparator.<String>comparingInt(
            pattern -> patterns.contains(pattern) ? patterns.indexOf(pattern) : patterns.size())
        .thenComparing(pattern -> pattern);
  }

  public String title(String pattern) {
    return row(pattern)
        .map(row -> Printable.cut(row.title(), LONGEST))
        .or(() -> ours.find(pattern).map(Entry::title))
        .orElseGet(() -> sentenceCase(pattern));
  }

  /**
   * Returns a sentence that says what is measured; empty for a pattern without a catalogue entry.
   */
  public String meaning(String pattern) {
    return row(pattern)
        .map(CatalogueRow::description)
        .map(sentence -> Printable.cut(sentence, LONGEST_SENTENCE))
        .or(() -> ours.find(pattern).map(Entry::sentence))
        .orElse("");
  }

  /**
   * Returns the column by which a pattern is judged; {@code share} for a pattern without a
   * catalogue entry.
   */
  public String judgedBy(String pattern) {
    String family = family(pattern);
    return ours.families().stream()
        .filter(judging -> judging.key().equals(family))
        .map(Judging::judgedBy)
        .findFirst()
        .orElse("share");
  }

  /** Returns the family of a pattern; empty for a pattern without a catalogue entry. */
  public String family(String pattern) {
    return row(pattern)
        .map(CatalogueRow::family)
        .or(() -> ours.find(pattern).map(Entry::family))
        .orElse("");
  }

  public String part(String part) {
    return titles("part", ours.parts().stream()).getOrDefault(part, part.replace('_', ' '));
  }

  /** Returns the pattern's colour on maps as {@code #rrggbb}. */
  public String color(String pattern) {
    return row(pattern)
        .map(CatalogueRow::color)
        .filter(color -> color.matches("#[0-9a-f]{6}"))
        .or(() -> ours.find(pattern).map(Entry::color))
        .orElse(NO_COLOR);
  }

  /** Returns the character that stands for the pattern on maps. */
  public String letter(String pattern) {
    return row(pattern)
        .map(CatalogueRow::letter)
        .map(letter -> Printable.cut(letter, 1))
        .or(() -> ours.find(pattern).map(Entry::letter))
        .orElse("?");
  }

  private Optional<CatalogueRow> row(String pattern) {
    return ofKind(PATTERN).filter(row -> row.key().equals(pattern)).findFirst();
  }

  private Stream<CatalogueRow> ofKind(String kind) {
    return run.stream().filter(row -> row.kind().equals(kind));
  }

  /**
   * Returns titles by key: the run's in its order, followed by this program's for keys that the run
   * lacks.
   *
   * @param kind {@code part}, {@code null}, {@code stratum} or {@code unit}, as in {@code
   *     catalogue}
   */
  public Map<String, String> titles(String kind, Stream<Title> ours) {
    Map<String, String> titles = new LinkedHashMap<>();
    ofKind(kind).forEach(row -> titles.putIfAbsent(row.key(), Printable.cut(row.title(), LONGEST)));
    ours.forEach(title -> titles.putIfAbsent(title.key(), title.title()));
    return titles;
  }

  private static String sentenceCase(String key) {
    String words = key.replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
