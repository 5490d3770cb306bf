package io.sextant.cli;

import io.sextant.report.Score;
import io.sextant.table.HeadPattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run found, in a few lines: the patterns that some head exhibits most, each by the part
 * that is exhibited most, with its strongest heads. Only rows with a grade, of all pairs and by word pieces, are looked at.
 */
final class Findings {
  private static final int LINES = 3;
  private static final int HEADS = 2;
  private static final Set<String> EXHIBITED = Set.of("present", "strong", "dominant");

  private final Map<String, List<HeadPattern>> strongest = new LinkedHashMap<>();
  private boolean isGraded;

  void add(HeadPattern row) {
    if (row.grade() == null || !row.stratum().equals("all") || !row.unit().equals("token")) {
      return;
    }
    isGraded |= !row.grade().equals("insufficient");
    if (EXHIBITED.contains(row.grade())) {
      List<HeadPattern> heads =
          strongest.computeIfAbsent(name(row), absent -> new ArrayList<>());
      heads.add(row);
      heads.sort(
          Comparator.comparingDouble(Findings::score)
              .reversed()
              .thenComparing(HeadPattern::layer)
              .thenComparing(HeadPattern::head));
      if (heads.size() > HEADS) {
        heads.remove(HEADS);
      }
    }
  }

  /** A line a pattern, the strongest first; or one line that says why there is none. */
  List<String> lines() {
    if (strongest.isEmpty()) {
      return List.of(
          isGraded
              ? "no head exhibits a pattern"
              : "too few pairs to say which heads exhibit a pattern (grades.min-pairs)");
    }
    Map<String, List<HeadPattern>> ofPattern = new LinkedHashMap<>();
    strongest.values().stream()
        .sorted(Comparator.comparingDouble(heads -> -score(heads.get(0))))
        .forEach(heads -> ofPattern.putIfAbsent(heads.get(0).pattern(), heads));
    return ofPattern.values().stream().limit(LINES).map(Findings::line).toList();
  }

  private static String line(List<HeadPattern> heads) {
    return name(heads.get(0))
        + ": "
        + heads.stream()
            .map(row -> row.layer() + "-" + row.head())
            .collect(Collectors.joining(" and "))
        + String.format(Locale.ROOT, ", %.2f", score(heads.get(0)));
  }

  private static String name(HeadPattern row) {
    String pattern = row.pattern().replace('_', ' ');
    return row.part().equals("all") ? pattern : pattern + ", " + row.part().replace('_', ' ');
  }

  private static double score(HeadPattern row) {
    return Score.of(row.pattern()).value(row);
  }
}
