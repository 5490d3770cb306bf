package io.sextant.compare;

import io.sextant.math.Interval;
import io.sextant.table.RowBuilder;
import io.sextant.table.Table;
import io.sextant.table.row.HeadDifference;
import io.sextant.table.row.HeadPattern;
import java.util.stream.Stream;

/**
 * One head and part in two runs.
 *
 * @param pairs the share over common pairs; null if the runs are compared as independent
 */
record Difference(HeadPattern a, HeadPattern b, PairedShare pairs) {
  private static final String INSUFFICIENT = "insufficient";

  /** Returns the share in B minus the share in A. */
  Estimate ofShares() {
    return pairs == null ? share(b).minus(share(a)) : pairs.difference();
  }

  /** Returns the row of the table without its tests. */
  RowBuilder<HeadDifference> row() {
    Estimate difference = ofShares();
    Estimate lift = logLift(b).minus(logLift(a));
    String method = pairs == null ? "independent" : "paired";
    return Table.HEAD_DIFFERENCES
        .row()
        .set("run_a", a.key().runId())
        .set("run_b", b.key().runId())
        .set("layer", a.layer())
        .set("head", a.head())
        .set("pattern", a.pattern())
        .set("part", a.part())
        .set("unit", a.unit())
        .set("stratum", a.stratum())
        .set("method", difference.isTested() ? method : null)
        .set("n_clusters_a", pairs == null ? a.nClusters() : pairs.pairs())
        .set("n_clusters_b", pairs == null ? b.nClusters() : pairs.pairs())
        .set("share_a", pairs == null ? share(a).value() : pairs.shareA())
        .set("share_b", pairs == null ? share(b).value() : pairs.shareB())
        .set("difference", difference.interval())
        .set("lift_a", a.lift().value())
        .set("lift_b", b.lift().value())
        .set("lift_ratio", exponential(lift.interval()))
        .set("grade_a", a.grade())
        .set("grade_b", b.grade())
        .set("label", label());
  }

  private static Estimate share(HeadPattern row) {
    return Estimate.of(row.score().value(), row.scoreSe(), row.nClusters() - 1.);
  }

  private static Estimate logLift(HeadPattern row) {
    return Estimate.of(Math.log(row.lift().value()), row.logLiftSe(), row.logLiftDf());
  }

  private static Interval exponential(Interval of) {
    return new Interval(Math.exp(of.value()), Math.exp(of.low()), Math.exp(of.high()));
  }

  private String label() {
    if (a.exhibits() && b.exhibits()) {
      return "kept";
    }
    if (Stream.of(a, b).allMatch(run -> INSUFFICIENT.equals(run.grade()))) {
      return "undecided in both";
    }
    if (!a.exhibits() && !b.exhibits()) {
      return null;
    }
    if (INSUFFICIENT.equals(a.grade()) || INSUFFICIENT.equals(b.grade())) {
      return "undecided";
    }
    return b.exhibits() ? "gained" : "lost";
  }
}
