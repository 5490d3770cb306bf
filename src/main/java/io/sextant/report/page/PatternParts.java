package io.sextant.report.page;

import io.sextant.report.figure.PatternWords;
import io.sextant.table.Frame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** The patterns and parts of a table of heads, as the page's scripts read them. */
public final class PatternParts {
  private PatternParts() {}

  /**
   * Returns the patterns in the order of the report with their parts in the order of the table. The
   * part that is shown first is the first that carries labels, or the first of all if none does.
   *
   * @param frame a table with the columns {@code pattern} and {@code part}
   * @param labelled whether a row is of a part that carries labels
   */
  public static List<CatalogueData.Pattern> of(
      Frame frame, PatternWords words, IntPredicate labelled) {
    Map<String, List<String>> parts = new LinkedHashMap<>();
    Map<String, String> first = new LinkedHashMap<>();
    for (int row = 0; row < frame.size(); row++) {
      String pattern = frame.text("pattern", row);
      String part = frame.text("part", row);
      List<String> known = parts.computeIfAbsent(pattern, absent -> new ArrayList<>());
      if (!known.contains(part)) {
        known.add(part);
      }
      if (labelled.test(row)) {
        first.putIfAbsent(pattern, part);
      }
    }
    CatalogueData catalogue = new CatalogueData(words);
    return parts.keySet().stream()
        .sorted(words.order())
        .map(
            pattern ->
                catalogue.pattern(
                    pattern,
                    words.judgedBy(pattern),
                    first.getOrDefault(pattern, parts.get(pattern).get(0)),
                    parts.get(pattern)))
        .toList();
  }
}
