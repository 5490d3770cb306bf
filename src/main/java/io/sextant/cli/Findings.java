package io.sextant.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Summarises a run in a few lines: the patterns with the highest scores among the heads that
 * exhibit them. Each line names a pattern, its part with the highest score, and its strongest
 * heads.
 */
final class Findings {
  private static final int LINES = 3;
  private static final int HEADS = 2;

  /** A head's score for a part of a pattern. */
  record Score(
      String pattern,
      String part,
      int layer,
      int head,
      String grade,
      boolean exhibits,
      double value) {
    private static final Comparator<Score> STRONGEST_FIRST =
        Comparator.comparingDouble(Score::value)
            .reversed()
            .thenComparing(Score::layer)
            .thenComparing(Score::head);

    String title() {
      String name = pattern.replace('_', ' ');
      return part.equals("all") ? name : name + ", " + part.replace('_', ' ');
    }
  }

  private final Map<String, List<Score>> strongest = new LinkedHashMap<>();
  private boolean isGraded;

  /** Adds a score; a score without a grade is ignored. */
  void add(Score score) {
    if (score.grade() == null) {
      return;
    }
    isGraded |= !score.grade().equals("insufficient");
    if (score.exhibits()) {
      List<Score> heads = strongest.computeIfAbsent(score.title(), absent -> new ArrayList<>());
      heads.add(score);
      heads.sort(Score.STRONGEST_FIRST);
      if (heads.size() > HEADS) {
        heads.remove(HEADS);
      }
    }
  }

  /**
   * Returns a line for each pattern, the strongest first, or one line that says why there is none.
   */
  List<String> lines() {
    if (strongest.isEmpty()) {
      return List.of(
          isGraded
              ? "no head exhibits a pattern"
              : "too few pairs to say which heads exhibit a pattern (grades.min-pairs)");
    }
    Map<String, List<Score>> ofPattern = new LinkedHashMap<>();
    strongest.values().stream()
        .sorted(Comparator.comparing(heads -> heads.get(0), Score.STRONGEST_FIRST))
        .forEach(heads -> ofPattern.putIfAbsent(heads.get(0).pattern(), heads));
    return ofPattern.values().stream().limit(LINES).map(Findings::line).toList();
  }

  private static String line(List<Score> heads) {
    String names =
        heads.stream()
            .map(score -> score.layer() + "-" + score.head())
            .collect(Collectors.joining(" and "));
    return String.format(
        Locale.ROOT, "%s: %s, %.2f", heads.get(0).title(), names, heads.get(0).value());
  }
}
