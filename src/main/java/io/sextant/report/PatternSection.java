package io.sextant.report;

import java.util.List;
import java.util.stream.Collectors;

/** A pattern's section of the page: its heat maps as SVG elements, and its strongest heads. */
final class PatternSection {
  private static final int STRONGEST = 8;

  /** A heat map of a part that does not decide the label. */
  record Part(String name, String svg) {}

  private final PatternGroup group;
  private final Figures figures;

  PatternSection(PatternGroup group, Figures figures) {
    this.group = group;
    this.figures = figures;
  }

  String key() {
    return group.pattern();
  }

  String title() {
    return PatternWords.title(group.pattern());
  }

  String meaning() {
    return PatternWords.meaning(group.pattern());
  }

  /** The part that decides the label, where it is not the whole. */
  String labelPart() {
    String part = group.main().part();
    return part.equals("all") ? "" : PatternWords.part(part);
  }

  String judgedBy() {
    return group.main().judgedBy().label();
  }

  /** How many heads have which grade, the best first; empty for a pattern without labels. */
  String grades() {
    return List.of("dominant", "strong", "present", "insufficient").stream()
        .map(grade -> new GradeCount(grade, group.main().graded(grade)))
        .filter(count -> count.heads > 0)
        .map(count -> count.heads + " " + count.grade)
        .collect(Collectors.joining(" · "));
  }

  private record GradeCount(String grade, long heads) {}

  String heatMap() {
    return figures.svg(group.pattern());
  }

  String liftMap() {
    return figures.svg(Figures.lift(group));
  }

  List<Part> parts() {
    return group.parts().stream()
        .map(grid -> new Part(PatternWords.part(grid.part()), figures.svg(Figures.part(grid))))
        .toList();
  }

  List<HeadRow> strongest() {
    return group.main().strongest().stream()
        .limit(STRONGEST)
        .map(row -> new HeadRow(row, group.main().judgedBy()))
        .toList();
  }
}
