package io.sextant.report.figure;

import io.sextant.fault.BadInputException;
import io.sextant.report.draw.Printable;
import io.sextant.table.RunManifest;
import io.sextant.table.row.HeadPattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A pattern with its parts.
 *
 * @param main the part by which heads are labelled; for a pattern without labels, the part {@code
 *     all} or else the first part
 * @param parts the other parts, in the order of the table
 */
public record PatternGroup(ScoreGrid main, List<ScoreGrid> parts) {
  private static final String EVERY_PAIR = "all";
  private static final String TOKENS = "token";
  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_-]+");

  public PatternGroup {
    parts = List.copyOf(parts);
  }

  public String pattern() {
    return main.pattern();
  }

  /**
   * Returns the patterns of a run in the order of the report, with their scores over all pairs. The
   * unit is token, or word for patterns that are measured by words only.
   *
   * @throws BadInputException if there are no patterns, or a name cannot be used for a file
   */
  public static List<PatternGroup> of(RunManifest run, List<HeadPattern> rows, PatternWords words) {
    Set<String> byTokens =
        rows.stream()
            .filter(row -> row.unit().equals(TOKENS))
            .map(HeadPattern::pattern)
            .collect(Collectors.toSet());
    Map<String, Map<String, List<HeadPattern>>> patterns =
        rows.stream()
            .filter(row -> row.stratum().equals(EVERY_PAIR))
            .filter(row -> row.unit().equals(TOKENS) || !byTokens.contains(row.pattern()))
            .collect(
                Collectors.groupingBy(
                    row -> fileName(row.pattern()),
                    LinkedHashMap::new,
                    Collectors.groupingBy(
                        row -> fileName(row.part()), LinkedHashMap::new, Collectors.toList())));
    if (patterns.isEmpty()) {
      throw new BadInputException(
          "head_patterns has no row of stratum "
              + EVERY_PAIR
              + " and unit "
              + TOKENS
              + ": there is nothing to draw");
    }
    List<PatternGroup> groups = new ArrayList<>();
    patterns.forEach(
        (pattern, parts) -> {
          List<ScoreGrid> grids = new ArrayList<>();
          parts.forEach((part, some) -> grids.add(new ScoreGrid(run, pattern, part, words, some)));
          ScoreGrid main =
              grids.stream()
                  .max(
                      Comparator.comparing(ScoreGrid::isLabel)
                          .thenComparing(grid -> grid.part().equals("all"))
                          .thenComparing(grid -> -grids.indexOf(grid)))
                  .orElseThrow();
          grids.remove(main);
          groups.add(new PatternGroup(main, grids));
        });
    groups.sort(Comparator.comparing(PatternGroup::pattern, words.order()));
    return groups;
  }

  private static String fileName(String key) {
    if (!FILE_NAME.matcher(key).matches()) {
      throw new BadInputException(
          "head_patterns names a pattern or part '"
              + Printable.cut(key, 40)
              + "'; names consist of letters, digits, _ and -");
    }
    return key;
  }
}
