package io.sextant.report.finding;

import io.sextant.report.draw.Notation;
import io.sextant.table.row.HeadPattern;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The heads that exhibit one pattern, over all pairs, by the part that represents the pattern.
 *
 * @param pattern the key of the pattern
 * @param title its title
 * @param heads the rows of the heads that exhibit it, by decreasing score
 * @param leading the rows of the heads with the highest scores, whatever their grades
 * @param graded whether at least one head has enough pairs and queries for a grade
 * @param pairs the greatest number of clusters on which a head was scored
 */
record PatternFinding(
    String pattern,
    String title,
    List<HeadPattern> heads,
    List<HeadPattern> leading,
    boolean graded,
    long pairs) {
  private static final int LEADING = 3;

  private static final Comparator<HeadPattern> STRONGEST_FIRST =
      Comparator.<HeadPattern>comparingDouble(row -> row.score().value())
          .reversed()
          .thenComparing(HeadPattern::layer)
          .thenComparing(HeadPattern::head);

  /**
   * Creates the finding of a pattern.
   *
   * @param rows the rows of the part that represents the pattern, one for each head; not empty
   */
  static PatternFinding of(String title, List<HeadPattern> rows) {
    return new PatternFinding(
        rows.get(0).pattern(),
        title,
        rows.stream().filter(HeadPattern::exhibits).sorted(STRONGEST_FIRST).toList(),
        rows.stream()
            .filter(row -> !Double.isNaN(row.score().value()))
            .sorted(STRONGEST_FIRST)
            .limit(LEADING)
            .toList(),
        rows.stream().anyMatch(row -> !Findings.INSUFFICIENT.equals(row.grade())),
        rows.stream().mapToLong(HeadPattern::nClusters).max().orElse(0));
  }

  /** Returns the score of the strongest head, which exists, with its interval. */
  String strongest() {
    HeadPattern row = heads.get(0);
    return String.format(
        Locale.ROOT,
        "%d-%d: %s, %s to %s",
        row.layer(),
        row.head(),
        Notation.share(row.score().value()),
        Notation.share(row.score().low()),
        Notation.share(row.score().high()));
  }

  /** Returns how many of the heads each layer has, such as "2 in layer 1, 1 in layer 5". */
  String byLayer() {
    Map<Integer, Long> layers =
        heads.stream()
            .collect(
                Collectors.groupingBy(HeadPattern::layer, TreeMap::new, Collectors.counting()));
    return layers.entrySet().stream()
        .map(layer -> layer.getValue() + " in layer " + layer.getKey())
        .collect(Collectors.joining(", "));
  }
}
