package io.sextant.profile;

import io.sextant.config.Thresholds;
import io.sextant.pattern.Family;
import io.sextant.profile.Layout.Part;
import io.sextant.table.LabelSensitivity;
import io.sextant.table.LabelStability;
import java.util.ArrayList;
import java.util.List;

/** How far labels can be trusted: in either half of the pairs, and under other cuts. */
final class LabelTables {
  private static final double[] FACTORS = {0.8, 0.9, 1, 1.1, 1.25};

  private final String runId;
  private final Layout layout;
  private final Layout labels;
  private final PatternScores all;

  /**
   * The labels of a run.
   *
   * @param layout that of {@code all}
   */
  LabelTables(String runId, Layout layout, PatternScores all) {
    this.runId = runId;
    this.layout = layout;
    this.labels = layout.labels();
    this.all = all;
  }

  /**
   * Rows of {@code label_stability}: by layer, head, pattern, part.
   *
   * @param first scores of one half of the pairs; null if it has none
   * @param second scores of the other; null if it has none
   */
  List<LabelStability> stability(PatternScores first, PatternScores second) {
    List<LabelStability> rows = new ArrayList<>();
    for (int head = 0; head < layout.heads(); head++) {
      for (int label = 0; label < labels.parts().size(); label++) {
        Part part = labels.parts().get(label);
        int whole = labels.origin(label);
        if (all.units(whole) > 0) {
          rows.add(
              new LabelStability(
                  runId,
                  layout.grid().layer(head),
                  layout.grid().head(head),
                  part.pattern().key(),
                  part.name(),
                  first == null ? Double.NaN : first.judgedShare(label, head).value(),
                  second == null ? Double.NaN : second.judgedShare(label, head).value(),
                  all.grade(whole, head).key(),
                  grade(first, label, head),
                  grade(second, label, head)));
        }
      }
    }
    return rows;
  }

  /** Rows of {@code label_sensitivity}: by pattern, part, cut, factor. */
  List<LabelSensitivity> sensitivity(Thresholds thresholds) {
    List<LabelSensitivity> rows = new ArrayList<>();
    for (int label = 0; label < labels.parts().size(); label++) {
      Part part = labels.parts().get(label);
      for (ScaledCut cut : ScaledCut.values()) {
        boolean applies = cut != ScaledCut.AUC || part.family() == Family.CONTENT;
        if (applies && all.units(labels.origin(label)) > 0) {
          for (double factor : FACTORS) {
            rows.add(sensitivity(thresholds, label, cut, factor));
          }
        }
      }
    }
    return rows;
  }

  private LabelSensitivity sensitivity(
      Thresholds thresholds, int label, ScaledCut cut, double factor) {
    Thresholds scaled = cut.scale(thresholds, factor);
    int[] counts = new int[Grade.values().length];
    int changed = 0;
    for (int head = 0; head < layout.heads(); head++) {
      Evidence evidence = all.evidence(labels.origin(label), head);
      Grade grade = Grade.of(scaled, evidence);
      counts[grade.ordinal()]++;
      changed += grade == Grade.of(thresholds, evidence) ? 0 : 1;
    }
    Part part = labels.parts().get(label);
    return new LabelSensitivity(
        runId,
        part.pattern().key(),
        part.name(),
        cut.key(),
        factor,
        counts[Grade.DOMINANT.ordinal()],
        counts[Grade.STRONG.ordinal()],
        counts[Grade.PRESENT.ordinal()],
        changed);
  }

  private static String grade(PatternScores half, int label, int head) {
    return (half == null ? Grade.INSUFFICIENT : half.grade(label, head)).key();
  }
}
