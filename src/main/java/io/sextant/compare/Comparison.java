package io.sextant.compare;

import io.sextant.fault.BadInputException;
import io.sextant.math.Interval;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.HeadDifference;
import io.sextant.table.row.HeadPattern;
import io.sextant.table.row.PatternKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares run B with run A. Shares are compared pair by pair if both runs have {@code
 * pair_scores}, neither groups its pairs, and at least {@value #FEWEST_PAIRS} pairs are in both.
 * Otherwise the runs are assumed to be independent, which makes the intervals too wide if they
 * share pairs.
 */
public final class Comparison {
  /** The smallest number of common pairs for a paired comparison. */
  static final int FEWEST_PAIRS = 30;

  private static final String INSUFFICIENT = "insufficient";

  private Comparison() {}

  /**
   * Returns the differences for every head, part, unit and stratum that both runs have, in the
   * order of A.
   *
   * @throws BadInputException if a run has not ended, the runs' models have different numbers of
   *     layers or heads, or the runs have no pattern in common
   */
  public static List<HeadDifference> of(RunDirectory a, RunDirectory b) {
    RunManifest runA = a.finished();
    RunManifest runB = b.finished();
    requireOneShape(a, runA.model(), b, runB.model());
    Map<PatternKey, HeadPattern> rowsOfB = new HashMap<>();
    b.read(Table.HEAD_PATTERNS, row -> rowsOfB.put(row.key().ofRun(""), row));
    PairedShares paired =
        grouped(runA) || grouped(runB)
            ? new PairedShares()
            : PairedShares.of(a, b, rowsOfB.values());
    List<HeadDifference> differences = new ArrayList<>();
    a.read(
        Table.HEAD_PATTERNS,
        row -> {
          HeadPattern other = rowsOfB.get(row.key().ofRun(""));
          if (other != null) {
            differences.add(difference(row, other, paired.of(row)));
          }
        });
    if (differences.isEmpty()) {
      throw new BadInputException(
          a.root()
              + " and "
              + b.root()
              + " have no pattern in common: there is nothing to compare");
    }
    return differences;
  }

  private static void requireOneShape(
      RunDirectory a, RunManifest.Model modelA, RunDirectory b, RunManifest.Model modelB) {
    if (modelA.layers() != modelB.layers() || modelA.heads() != modelB.heads()) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "the runs are of models of different shape: %s has %d layers of %d heads (%s), %s has"
                  + " %d of %d (%s); heads can be compared one by one only where the shapes agree",
              a.root(),
              modelA.layers(),
              modelA.heads(),
              modelA.name(),
              b.root(),
              modelB.layers(),
              modelB.heads(),
              modelB.name()));
    }
  }

  /** Returns whether the clusters of a run are groups of pairs. */
  private static boolean grouped(RunManifest run) {
    Object group = run.configuration().get("input.group");
    return group != null && !group.toString().isEmpty();
  }

  private static HeadDifference difference(HeadPattern a, HeadPattern b, PairedShare pairs) {
    boolean paired = pairs != null && pairs.pairs() >= FEWEST_PAIRS;
    Estimate difference = paired ? pairs.difference() : share(b).minus(share(a));
    Estimate lift = logLift(b).minus(logLift(a));
    String method = paired ? "paired" : "independent";
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
        .set("method", Double.isNaN(difference.low()) ? null : method)
        .set("n_clusters_a", paired ? pairs.pairs() : a.nClusters())
        .set("n_clusters_b", paired ? pairs.pairs() : b.nClusters())
        .set("share_a", paired ? pairs.shareA() : share(a).value())
        .set("share_b", paired ? pairs.shareB() : share(b).value())
        .set("difference", difference.interval())
        .set("lift_a", a.lift().value())
        .set("lift_b", b.lift().value())
        .set("lift_ratio", exponential(lift.interval()))
        .set("grade_a", a.grade())
        .set("grade_b", b.grade())
        .set("label", label(a, b))
        .build();
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

  private static String label(HeadPattern a, HeadPattern b) {
    if (a.exhibits() && b.exhibits()) {
      return "kept";
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
