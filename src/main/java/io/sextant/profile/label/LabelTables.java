package io.sextant.profile.label;

import io.sextant.config.Thresholds;
import io.sextant.pattern.Family;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.Layout.Part;
import io.sextant.table.Table;
import io.sextant.table.row.LabelSensitivity;
import io.sextant.table.row.LabelStability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The tables that say how reliable labels are: in each half of the pairs, and under other cuts. */
public final class LabelTables {
  private static final double[] FACTORS = {0.8, 0.9, 1, 1.1, 1.25};

  private final String runId;
  private final Layout layout;
  private final Layout labels;
  private final PatternScores all;

  /**
   * Creates the tables of a run.
   *
   * @param layout the layout of {@code all}
   */
  public LabelTables(String runId, Layout layout, PatternScores all) {
    this.runId = runId;
    this.layout = layout;
    this.labels = layout.labels();
    this.all = all;
  }

  /**
   * Returns the rows of {@code label_stability}, ordered by layer, head, pattern and part.
   *
   * @param first the scores of the first half of the pairs; null if it has no pairs
   * @param second the scores of the second half; null if it has no pairs
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

  /** Returns the rows of {@code label_sensitivity}, ordered by pattern, part, cut and factor. */
  public List<LabelSensitivity> sensitivity(Thresholds thresholds) {
    List<LabelSensitivity> rows = new ArrayList<>();
    Map<ScaledCut, List<Judgement>> scaled = new EnumMap<>(ScaledCut.class);
    for (ScaledCut cut : ScaledCut.values()) {
      scaled.put(
          cut,
          Arrays.stream(FACTORS)
              .mapToObj(factor -> all.judgement().by(cut.scale(thresholds, factor)))
              .toList());
    }
    for (int label = 0; label < labels.parts().size(); label++) {
      Part part = labels.parts().get(label);
      for (ScaledCut cut : ScaledCut.values()) {
        boolean applies = cut != ScaledCut.AUC || part.family() == Family.CONTENT;
        if (applies && all.clusters(labels.origin(label)) > 0) {
          for (int i = 0; i < FACTORS.length; i++) {
            rows.add(sensitivity(label, cut, FACTORS[i], scaled.get(cut).get(i)));
          }
        }
      }
    }
    return rows;
  }

  private LabelSensitivity sensitivity(int label, ScaledCut cut, double factor, Judgement scaled) {
    int[] counts = new int[Grade.values().length];
    int changed = 0;
    for (int head = 0; head < layout.heads(); head++) {
      Grade grade = scaled.grade(labels.origin(label), head);
      counts[grade.ordinal()]++;
      changed += grade == all.judgement().grade(labels.origin(label), head) ? 0 : 1;
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
