package io.sextant.profile.label;

import io.sextant.config.Thresholds;
import io.sextant.math.FalseDiscovery;
import io.sextant.math.Interval;
import io.sextant.math.Ratio;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.Layout.Part;
import io.sextant.profile.statistic.ContentShare;
import io.sextant.profile.statistic.Lift;
import io.sextant.profile.statistic.StratumStats;
import io.sextant.table.RowBuilder;
import io.sextant.table.row.HeadPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The judgement of the heads of a stratum: for every part, the share that it is judged by, the
 * strictest of the nulls that a head must beat, and the grade. A head has a grade if its {@link
 * LabelTest} is significant at a false discovery rate (Benjamini and Hochberg 1995). The family of
 * tests is all heads and label parts of the stratum; each grade has a family of its own.
 */
public final class Judgement {
  private final Layout layout;
  private final StratumStats sums;
  private final Thresholds thresholds;

  /** For each grade, the q-values by slot; 1 for parts that are not label parts. */
  private final Map<Grade, double[]> qValues = new EnumMap<>(Grade.class);

  Judgement(StratumStats sums, Thresholds thresholds) {
    this.layout = sums.layout();
    this.sums = sums;
    this.thresholds = thresholds;
  }

  /** Returns a judgement of the same heads by other thresholds. */
  Judgement by(Thresholds others) {
    return new Judgement(sums, others);
  }

  /** Returns the share that a part is judged by. */
  public Ratio score(int part, int head) {
    return layout.parts().get(part).judgedBy().equals(ContentShare.COLUMN)
        ? sums.contentShare.of(part, head)
        : sums.share.of(part, head);
  }

  /** Returns the grade of a head for a label part. */
  public Grade grade(int part, int head) {
    if (sums.share.clusters(part) < thresholds.minPairs()
        || sums.share.queries(part) < thresholds.minQueries()) {
      return Grade.INSUFFICIENT;
    }
    Grade reached = Grade.NONE;
    for (Grade grade : Grade.EXHIBITED) {
      if (!(qValue(grade, part, head) < thresholds.qValue())) {
        return reached;
      }
      reached = grade;
    }
    return reached;
  }

  /** Returns whether a head has at least half the share that the lowest grade requires. */
  public boolean comesNear(int part, int head) {
    Thresholds.Cut cut = Grade.PRESENT.cut(thresholds, layout.parts().get(part).family());
    return score(part, head).value() >= cut.share() / 2;
  }

  /** Sets the columns that say how a head is judged. */
  void fill(int part, int head, RowBuilder<HeadPattern> row) {
    Part of = layout.parts().get(part);
    int strictest = strictest(part, head);
    Ratio lift = sums.lifts.get(strictest).of(part, head);
    row.set("null_share", nullShare(strictest, part, head));
    Ratio score = score(part, head);
    Interval simultaneous = score.simultaneous(layout.heads()).within(0, 1);
    row.set("null_name", Layout.NULLS.get(strictest));
    row.set("lift", lift.logInterval());
    row.set("log_lift_se", lift.error() / lift.value());
    row.set("log_lift_df", Double.isNaN(lift.variance()) ? Double.NaN : lift.degrees());
    row.set(
        "consistency", sums.consistencies.get(strictest).of(part, head).interval().within(0, 1));
    row.set("score", score.interval().within(0, 1));
    row.set("score_se", score.error());
    row.set("score_simultaneous_low", simultaneous.low());
    row.set("score_simultaneous_high", simultaneous.high());
    row.set("judged_by", of.judgedBy());
    row.set("exhibits", of.label() && grade(part, head).exhibited());
    row.set("headline", of.headline());
    if (of.label()) {
      row.set("q_value", qValue(Grade.PRESENT, part, head));
      row.set("grade", grade(part, head).key());
    }
  }

  /**
   * Returns the share expected by a null; NaN if the share that the part is judged by is not
   * measured.
   */
  private double nullShare(int chance, int part, int head) {
    Lift lift = sums.lifts.get(chance);
    if (Double.isNaN(score(part, head).value())) {
      return Double.NaN;
    }
    return layout.parts().get(part).judgedBy().equals(ContentShare.COLUMN)
        ? lift.nullShareOfContent(part, head)
        : lift.nullShare(part, head);
  }

  /**
   * Returns, of the nulls that the part must beat, the one whose lift has the smallest lower bound.
   */
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

  private double qValue(Grade grade, int part, int head) {
    return qValues.computeIfAbsent(grade, this::qValues)[layout.slot(part, head)];
  }

  private double[] qValues(Grade grade) {
    LabelTest test = new LabelTest(sums, thresholds.consistency());
    List<Double> pValues = new ArrayList<>();
    List<Integer> slots = new ArrayList<>();
    for (int p = 0; p < layout.parts().size(); p++) {
      Part part = layout.parts().get(p);
      if (part.label() && sums.share.clusters(p) > 0) {
        Thresholds.Cut cut = grade.cut(thresholds, part.family());
        for (int head = 0; head < layout.heads(); head++) {
          pValues.add(test.pValue(p, head, score(p, head), part.nulls(), cut));
          slots.add(layout.slot(p, head));
        }
      }
    }
    double[] q =
        FalseDiscovery.qValues(pValues.stream().mapToDouble(Double::doubleValue).toArray());
    double[] bySlot = new double[layout.slots()];
    Arrays.fill(bySlot, 1);
    for (int i = 0; i < q.length; i++) {
      bySlot[slots.get(i)] = q[i];
    }
    return bySlot;
  }
}
