package io.sextant.profile;

import io.sextant.config.Thresholds;
import io.sextant.pattern.Family;
import io.sextant.profile.Layout.Part;
import io.sextant.table.HeadPattern;
import java.util.ArrayList;
import java.util.List;

/** From one stratum's sums to its rows of {@code head_patterns}. */
final class PatternScores {
  /** Under this part of a head's attention on content, share_content means nothing. */
  private static final double LEAST_COVERAGE = 0.05;

  private final String runId;
  private final String name;
  private final Layout layout;
  private final StratumStats sums;
  private final Thresholds thresholds;
  private final double[] qValues;

  PatternScores(
      String runId, String stratum, Layout layout, StratumStats sums, Thresholds thresholds) {
    this.runId = runId;
    this.name = stratum;
    this.layout = layout;
    this.sums = sums;
    this.thresholds = thresholds;
    this.qValues = qValues();
  }

  /**
   * Rows by layer, head, pattern, part; parts in which no pair has an eligible query are left out.
   */
  List<HeadPattern> rows() {
    List<HeadPattern> rows = new ArrayList<>();
    for (int head = 0; head < layout.heads(); head++) {
      for (int part = 0; part < layout.parts().size(); part++) {
        if (sums.moments.units(part) > 0) {
          rows.add(row(head, part));
        }
      }
    }
    return rows;
  }

  /** The grade of a head for a label part. */
  Grade grade(int head, int part) {
    int slot = part * layout.heads() + head;
    return Grade.of(
        thresholds,
        layout.parts().get(part).family(),
        sums.moments.units(part),
        sums.queries[part],
        judgedShare(slot).low(),
        sums.moments.lift(slot).logLow(),
        consistency(slot),
        qValues[slot]);
  }

  /** The share that a slot is judged by: of content attention for content patterns. */
  Ratio judgedShare(int slot) {
    return layout.parts().get(slot / layout.heads()).family() == Family.CONTENT
        ? contentShare(slot)
        : sums.moments.share(slot);
  }

  private Ratio contentShare(int slot) {
    return sums.moments.coverage(slot) < LEAST_COVERAGE
        ? new Ratio(sums.moments.units(slot / layout.heads()), Double.NaN, Double.NaN)
        : sums.moments.contentShare(slot);
  }

  private double consistency(int slot) {
    return sums.overNull[slot] / sums.partPairs[slot / layout.heads()];
  }

  private HeadPattern row(int head, int p) {
    Part part = layout.parts().get(p);
    int slot = p * layout.heads() + head;
    Ratio share = sums.moments.share(slot);
    Ratio content = contentShare(slot);
    Ratio lift = sums.moments.lift(slot);
    return new HeadPattern(
        runId,
        head / layout.headsPerLayer(),
        head % layout.headsPerLayer(),
        part.pattern().key(),
        part.name(),
        "token",
        name,
        sums.moments.units(p),
        sums.queries[p],
        share.value(),
        Math.max(0, share.low()),
        Math.min(1, share.high()),
        sums.macro[slot] / sums.partPairs[p],
        content.value(),
        Math.max(0, content.low()),
        Math.min(1, content.high()),
        sums.moments.coverage(slot),
        sums.top1[slot] / sums.top1Queries[p],
        sums.clark[slot] / sums.clarkPairs[p],
        part.family() == Family.CONTENT
            ? sums.moments.nullContentShare(slot)
            : sums.moments.nullShare(slot),
        "B0",
        lift.value(),
        lift.logLow(),
        lift.logHigh(),
        Double.NaN,
        consistency(slot),
        part.label() ? qValues[slot] : Double.NaN,
        part.label() ? grade(head, p).key() : null);
  }

  private double[] qValues() {
    List<Integer> slots = new ArrayList<>();
    for (int part = 0; part < layout.parts().size(); part++) {
      if (layout.parts().get(part).label() && sums.moments.units(part) > 0) {
        for (int head = 0; head < layout.heads(); head++) {
          slots.add(part * layout.heads() + head);
        }
      }
    }
    double[] pValues =
        slots.stream()
            .mapToDouble(slot -> sums.moments.lift(slot).probabilityAtMostOne())
            .toArray();
    double[] q = FalseDiscovery.qValues(pValues);
    double[] bySlot = new double[layout.slots()];
    for (int i = 0; i < q.length; i++) {
      bySlot[slots.get(i)] = q[i];
    }
    return bySlot;
  }
}
