package io.sextant.report.finding;

import io.sextant.report.draw.Notation;
import io.sextant.report.draw.Printable;
import io.sextant.table.RunManifest;
import io.sextant.table.row.HeadPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How far the findings of a run can be trusted, as short statements. */
final class Trust {
  private static final int DAY = "2026-01-31".length();

  private final RunManifest run;
  private final List<HeadPattern> rows;

  /**
   * @param rows the rows of the parts that represent their patterns
   */
  Trust(RunManifest run, List<HeadPattern> rows) {
    this.run = run;
    this.rows = rows;
  }

  /** Returns the statements about the data: pairs, half-widths, unknown tokens, truncation. */
  List<String> data() {
    RunManifest.Counts counts = run.counts();
    List<String> said = new ArrayList<>();
    said.add(Notation.count(counts.profiled(), run.sampled()));
    double widest = halfWidth();
    if (!Double.isNaN(widest)) {
      said.add("95 % intervals of at most ± " + Notation.exactShare(widest));
    }
    if (run.tokens() != null) {
      said.add(
          String.format(Locale.ROOT, "%.1f %% [UNK]", 100 * run.tokens().unknownRate())
              + (run.tokens().manyUnknown() ? " (does the model know this text?)" : ""));
    }
    said.add(Notation.count(counts.truncated()) + " truncated");
    said.add(Notation.count(counts.rejected()) + " rejected");
    return said;
  }

  /** Returns the statements about the run: version, date and the cuts of the grade present. */
  List<String> run() {
    List<String> said = new ArrayList<>();
    if (run.versions() != null && run.versions().containsKey("sextant")) {
      said.add("Sextant " + Printable.cut(run.versions().get("sextant"), 40));
    }
    if (run.started() != null && run.started().length() >= DAY) {
      said.add(Printable.cut(run.started().substring(0, DAY), DAY));
    }
    String cuts = cuts();
    if (!cuts.isEmpty()) {
      said.add(cuts);
    }
    return said;
  }

  /**
   * Returns half the width of the widest interval of a head with a grade, or of all heads if none
   * has one; NaN without any.
   */
  private double halfWidth() {
    List<HeadPattern> graded = rows.stream().filter(Trust::isGraded).toList();
    return (graded.isEmpty() ? rows : graded)
        .stream()
            .mapToDouble(row -> (row.score().high() - row.score().low()) / 2)
            .filter(half -> !Double.isNaN(half))
            .max()
            .orElse(Double.NaN);
  }

  private static boolean isGraded(HeadPattern row) {
    return row.grade() != null && !Findings.INSUFFICIENT.equals(row.grade());
  }

  private String cuts() {
    List<String> cuts = new ArrayList<>();
    for (String family : List.of("position", "mark", "content")) {
      double share = run.number("grades." + family + ".present.share");
      if (!Double.isNaN(share)) {
        cuts.add(Notation.share(share) + " (" + family + ")");
      }
    }
    double q = run.number("grades.q-value");
    String qValue = Double.isNaN(q) ? "" : ", q under " + Notation.share(q);
    return cuts.isEmpty() ? "" : "cuts: share over " + String.join(", ", cuts) + qValue;
  }
}
