package io.sextant.profile;

import io.sextant.config.Thresholds;
import io.sextant.pattern.Family;
import io.sextant.profile.Layout.Part;
import io.sextant.table.HeadPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** From one stratum's sums to its rows of {@code head_patterns}. */
final class PatternScores {
  /** Under this part of a head's attention on content, share_content means nothing. */
  static final double LEAST_COVERAGE = 0.05;

  private final String runId;
  private final Level level;
  private final String name;
  private final Layout layout;
  private final StratumStats sums;
  private final Thresholds thresholds;
  private final double[] qValues;

  /** By slot; of label parts only. */
  private final Evidence[] evidence;

  PatternScores(
      String runId, Level level, String stratum, StratumStats sums, Thresholds thresholds) {
    this.runId = runId;
    this.level = level;
    this.name = stratum;
    this.layout = sums.layout();
    this.sums = sums;
    this.thresholds = thresholds;
    this.qValues = qValues();
    this.evidence = new Evidence[layout.slots()];
  }

  /**
   * Rows by layer, head, pattern, part; parts in which no pair has an eligible query are left out.
   */
  List<HeadPattern> rows() {
    List<HeadPattern> rows = new ArrayList<>();
    for (int head = 0; head < layout.heads(); head++) {
      for (int part = 0; part < layout.parts().size(); part++) {
        if (sums.share.units(part) > 0) {
          rows.add(row(part, head));
        }
      }
    }
    return rows;
  }

  /** Sampling units of a part. */
  long units(int part) {
    return sums.share.units(part);
  }

  /** The share of a head for a part. */
  Ratio share(int part, int head) {
    return sums.share.ratio(part, head);
  }

  /** The grade of a head for a label part. */
  Grade grade(int part, int head) {
    return Grade.of(thresholds, evidence(part, head));
  }

  /** What the grade of a head for a label part is decided on. */
  Evidence evidence(int part, int head) {
    int slot = layout.slot(part, head);
    if (evidence[slot] == null) {
      evidence[slot] = gather(part, head);
    }
    return evidence[slot];
  }

  private Evidence gather(int part, int head) {
    int strictest = strictest(part, head);
    return new Evidence(
        layout.parts().get(part).family(),
        sums.share.units(part),
        sums.queries[part],
        judgedShare(part, head).low(),
        lift(strictest, part, head).logLow(),
        auc(part, head),
        consistency(strictest, part, head),
        qValues[layout.slot(part, head)]);
  }

  /** The share that a part is judged by: of content attention for content patterns. */
  Ratio judgedShare(int part, int head) {
    return layout.parts().get(part).family() == Family.CONTENT
        ? contentShare(part, head)
        : sums.share.ratio(part, head);
  }

  private HeadPattern row(int p, int head) {
    Part part = layout.parts().get(p);
    int slot = layout.slot(p, head);
    int strictest = strictest(p, head);
    boolean isContent = part.family() == Family.CONTENT;
    Ratio share = sums.share.ratio(p, head);
    Ratio content = contentShare(p, head);
    Ratio lift = lift(strictest, p, head);
    return new HeadPattern(
        runId,
        layout.grid().layer(head),
        layout.grid().head(head),
        part.pattern().key(),
        part.name(),
        level.key(),
        name,
        sums.share.units(p),
        sums.queries[p],
        share.value(),
        Math.max(0, share.low()),
        Math.min(1, share.high()),
        sums.macro.at(p, head) / sums.partPairs[p],
        content.value(),
        Math.max(0, content.low()),
        Math.min(1, content.high()),
        coverage(p, head),
        sums.top1.at(p, head) / sums.top1Queries[p],
        isContent ? TargetOffsets.best(sums.targetOffsets, p, sums.queries[p]) : Double.NaN,
        sums.clark.at(p, head) / sums.clarkPairs[p],
        sums.normShare(p, head),
        judgedShare(p, head).value() / lift.value(),
        Layout.NULLS.get(strictest),
        lift.value(),
        lift.logLow(),
        lift.logHigh(),
        lift(0, p, head).value(),
        lift(1, p, head).value(),
        lift(2, p, head).value(),
        lift(3, p, head).value(),
        auc(p, head),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        consistency(strictest, p, head),
        part.label() ? qValues[slot] : Double.NaN,
        part.label() ? grade(p, head).key() : null);
  }

  private Ratio contentShare(int part, int head) {
    return coverage(part, head) < LEAST_COVERAGE
        ? new Ratio(sums.share.units(part), Double.NaN, Double.NaN)
        : sums.contentShare.ratio(part, head);
  }

  private double coverage(int part, int head) {
    return sums.contentShare.meanY(part, head) / sums.share.meanY(part, head);
  }

  private Ratio lift(int chance, int part, int head) {
    return sums.lifts[chance].ratio(part, head);
  }

  private double consistency(int chance, int part, int head) {
    return sums.overNull[chance].at(part, head) / sums.nullPairs[chance][part];
  }

  private double auc(int part, int head) {
    int matched = Layout.nullIndex("B2");
    return sums.wins[matched].at(part, head) / sums.nullTrials[matched][part];
  }

  /** Of the nulls that the part must beat, the one with the least lower bound of the lift. */
  private int strictest(int part, int head) {
    int[] nulls = layout.parts().get(part).nulls();
    int least = nulls[0];
    for (int chance : nulls) {
      double low = lift(chance, part, head).logLow();
      double leastLow = lift(least, part, head).logLow();
      if (low < leastLow || Double.isNaN(leastLow)) {
        least = chance;
      }
    }
    return least;
  }

  private double pValue(int part, int head) {
    // All nulls must be beaten: the greatest p-value holds for all of them (Berger 1982).
    double greatest = 0;
    for (int chance : layout.parts().get(part).nulls()) {
      greatest = Math.max(greatest, lift(chance, part, head).probabilityAtMostOne());
    }
    return greatest;
  }

  private double[] qValues() {
    double[] pValues = new double[layout.slots()];
    int[] slots = new int[layout.slots()];
    int tests = 0;
    for (int part = 0; part < layout.parts().size(); part++) {
      if (layout.parts().get(part).label() && sums.share.units(part) > 0) {
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
