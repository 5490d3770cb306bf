package io.sextant.profile.label;

import io.sextant.config.Thresholds;
import io.sextant.pattern.Family;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.Layout.Part;
import io.sextant.table.Table;
import io.sextant.table.row.LabelSensitivity;
import io.sextant.table.row.LabelStability;
import java.util.ArrayList;
import java.util.List;

/** How far labels can be trusted: in either half of the pairs, and under other cuts. */
public final class LabelTables {
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
  public LabelTables(String runId, Layout layout, PatternScores all) {
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
  public List<LabelStability> stability(PatternScores first, PatternScores second) {
    List<LabelStability> rows = new ArrayList<>();
    for (int head = 0; head < layout.heads(); head++) {
      for (int label = 0; label < labels.parts().size(); label++) {
        Part part = labels.parts().get(label);
        int whole = labels.origin(label);
        if (all.clusters(whole) > 0) {
          rows.add(
              Table.LABEL_STABILITY
                  .row()
                  .set("run_id", runId)
                  .set("layer", layout.grid().layer(head))
                  .set("head", layout.grid().head(head))
                  .set("pattern", part.pattern().key())
                  .set("part", part.name())
                  .set("share_first", score(first, label, head))
                  .set("share_second", score(second, label, head))
                  .set("grade", all.judgement().grade(whole, head).key())
                  .set("grade_first", grade(first, label, head))
                  .set("grade_second", grade(second, label, head))
                  .build());
        }
      }
    }
    return rows;
  }

  /** Rows of {@code label_sensitivity}: by pattern, part, cut, factor. */
  public List<LabelSensitivity> sensitivity(Thresholds thresholds) {
    List<LabelSensitivity> rows = new ArrayList<>();
    for (int label = 0; label < labels.parts().size(); label++) {
      Part part = labels.parts().get(label);
      for (ScaledCut cut : ScaledCut.values()) {
        boolean applies = cut != ScaledCut.AUC || part.family() == Family.CONTENT;
        if (applies && all.clusters(labels.origin(label)) > 0) {
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
      GradeInputs evidence = all.judgement().evidence(labels.origin(label), head);
      Grade grade = Grade.of(scaled, evidence);
      counts[grade.ordinal()]++;
      changed += grade == Grade.of(thresholds, evidence) ? 0 : 1;
    }
    Part part = labels.parts().get(label);
    return Table.LABEL_SENSITIVITY
        .row()
        .set("run_id", runId)
        .set("pattern", part.pattern().key())
        .set("part", part.name())
        .set("cut", cut.key())
        .set("factor", factor)
        .set("n_dominant", counts[Grade.DOMINANT.ordinal()])
        .set("n_strong", counts[Grade.STRONG.ordinal()])
        .set("n_present", counts[Grade.PRESENT.ordinal()])
        .set("n_changed", changed)
        .build();
  }

  private static double score(PatternScores half, int label, int head) {
    return half == null ? Double.NaN : half.judgement().score(label, head).value();
  }

  private static String grade(PatternScores half, int label, int head) {
    return (half == null ? Grade.INSUFFICIENT : half.judgement().grade(label, head)).key();
  }
}
