package io.sextant.profile.label;

import io.sextant.config.Thresholds;
import io.sextant.math.FalseDiscovery;
import io.sextant.math.Ratio;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.Layout.Part;
import io.sextant.profile.statistic.ContentShare;
import io.sextant.profile.statistic.StratumStats;
import io.sextant.table.RowBuilder;
import io.sextant.table.row.HeadPattern;
import java.util.Arrays;
import java.util.List;

/**
 * How the heads of a stratum are judged: for every part the share that counts, the strictest of the
 * nulls that a head must beat, the q-value over all heads and label parts, and the grade that all
 * of these support.
 */
public final class Judgement {
  private final Layout layout;
  private final StratumStats sums;
  private final Thresholds thresholds;

  /** By slot; of label parts only. */
  private final double[] qValues;

  private final GradeInputs[] evidence;

  Judgement(StratumStats sums, Thresholds thresholds) {
    this.layout = sums.layout();
    this.sums = sums;
    this.thresholds = thresholds;
    this.qValues = qValues();
    this.evidence = new GradeInputs[layout.slots()];
  }

  /** The share that a part is judged by. */
  public Ratio score(int part, int head) {
    return layout.parts().get(part).judgedBy().equals(ContentShare.COLUMN)
        ? sums.contentShare.of(part, head)
        : sums.share.of(part, head);
  }

  /** The grade of a head for a label part. */
  public Grade grade(int part, int head) {
    return Grade.of(thresholds, evidence(part, head));
  }

  /** What the grade of a head for a label part is decided on. */
  GradeInputs evidence(int part, int head) {
    int slot = layout.slot(part, head);
    if (evidence[slot] == null) {
      int strictest = strictest(part, head);
      evidence[slot] =
          new GradeInputs(
              layout.parts().get(part).family(),
              sums.share.clusters(part),
              sums.share.queries(part),
              score(part, head).low(),
              sums.lifts.get(strictest).of(part, head).logLow(),
              sums.auc.of(part, head).value(),
              sums.consistencies.get(strictest).of(part, head).value(),
              qValues[slot]);
    }
    return evidence[slot];
  }

  /** Sets the columns that say how a head is judged. */
  void fill(int part, int head, RowBuilder<HeadPattern> row) {
    Part of = layout.parts().get(part);
    int strictest = strictest(part, head);
    Ratio lift = sums.lifts.get(strictest).of(part, head);
    row.set("null_share", score(part, head).value() / lift.value());
    row.set("null_name", Layout.NULLS.get(strictest));
    row.set("lift", lift.logInterval());
    row.set("log_lift_se", lift.error() / lift.value());
    row.set(
        "consistency", sums.consistencies.get(strictest).of(part, head).interval().within(0, 1));
    row.set("score", score(part, head).interval().within(0, 1));
    row.set("score_se", score(part, head).error());
    row.set("judged_by", of.judgedBy());
    row.set("exhibits", of.label() && grade(part, head).exhibited());
    row.set("headline", of.headline());
    if (of.label()) {
      row.set("q_value", qValues[layout.slot(part, head)]);
      row.set("grade", grade(part, head).key());
    }
  }

  /** Of the nulls that the part must beat, the one with the least lower bound of the lift. */
  private int strictest(int part, int head) {
    List<Integer> nulls = layout.parts().get(part).nulls();
    int least = nulls.get(0);
    for (int chance : nulls) {
      double low = sums.lifts.get(chance).of(part, head).logLow();
      double leastLow = sums.lifts.get(least).of(part, head).logLow();
      if (low < leastLow || Double.isNaN(leastLow)) {
        least = chance;
      }
    }
    return least;
  }

  /** All nulls must be beaten: the greatest p-value holds for all of them (Berger 1982). */
  private double pValue(int part, int head) {
    double greatest = 0;
    for (int chance : layout.parts().get(part).nulls()) {
      Ratio lift = sums.lifts.get(chance).of(part, head);
      greatest = Math.max(greatest, lift.probabilityAtMostOne());
    }
    return greatest;
  }

  private double[] qValues() {
    double[] pValues = new double[layout.slots()];
    int[] slots = new int[layout.slots()];
    int tests = 0;
    for (int part = 0; part < layout.parts().size(); part++) {
      if (layout.parts().get(part).label() && sums.share.clusters(part) > 0) {
        for (int head = 0; head < layout.heads(); head++) {
          pValues[tests] = pValue(part, head);
          slots[tests++] = layout.slot(part, head);
        }
      }
    }
    double[] q = FalseDiscovery.qValues(Arrays.copyOf(pValues, tests));
    double[] bySlot = new double[layout.slots()];
    for (int i = 0; i < q.length; i++) {
      bySlot[slots[i]] = q[i];
    }
    return bySlot;
  }
}
