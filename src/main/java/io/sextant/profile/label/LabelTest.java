package io.sextant.profile.label;

import io.sextant.config.Thresholds.Cut;
import io.sextant.math.Ratio;
import io.sextant.profile.state.Layout;
import io.sextant.profile.statistic.StratumStats;
import java.util.List;

/**
 * The test of a grade. Its claim is that the following exceed their cuts: the share that the part
 * is judged by, the lift over every null that applies, the consistency under each of these nulls
 * and, if the grade has a cut for it and {@code matched} is among the nulls, the AUC. It is an
 * intersection-union test (Berger 1982): its p-value is the greatest of the one-sided p-values of
 * the conditions and is valid for any dependence between them.
 */
final class LabelTest {
  private static final int MATCHED = Layout.nullIndex("matched");

  private final StratumStats sums;
  private final double consistency;

  /**
   * Creates a test on the clusters of a stratum.
   *
   * @param consistency the cut of the consistency, the same for all grades
   */
  LabelTest(StratumStats sums, double consistency) {
    this.sums = sums;
    this.consistency = consistency;
  }

  /**
   * Returns the p-value of a grade.
   *
   * @param score the share that the part is judged by
   * @param nulls indices of the nulls that the part must beat
   */
  double pValue(int part, int head, Ratio score, List<Integer> nulls, Cut cut) {
    double greatest = score.pAtMost(cut.share());
    for (int chance : nulls) {
      greatest = Math.max(greatest, sums.lifts.get(chance).of(part, head).logPAtMost(cut.lift()));
      greatest =
          Math.max(greatest, sums.consistencies.get(chance).of(part, head).pAtMost(consistency));
    }
    return cut.auc() > 0 && nulls.contains(MATCHED)
        ? Math.max(greatest, sums.auc.of(part, head).pAtMost(cut.auc()))
        : greatest;
  }
}
