package io.sextant.compare;

import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.HeadPattern;
import java.util.Collection;
import java.util.Locale;

/**
 * Which differences of two runs are computed pair by pair. Pairs are compared one by one if both
 * runs have {@code pair_scores}, neither groups its pairs, and at least {@value #FEWEST_PAIRS}
 * pairs are in both.
 *
 * @param shares the paired shares; empty if nothing is paired
 * @param words a sentence about how the intervals were computed, with the reason if nothing is
 *     paired
 */
record Pairing(PairedShares shares, String words) {
  /** The smallest number of common pairs for a paired comparison. */
  static final int FEWEST_PAIRS = 30;

  /**
   * Decides what is paired.
   *
   * @param patterns rows of {@code head_patterns}, which say what each pattern is judged by
   */
  static Pairing of(RunDirectory a, RunDirectory b, Collection<HeadPattern> patterns) {
    String grouped = grouped(a.manifest(), b.manifest());
    if (grouped != null) {
      return none(grouped);
    }
    boolean scoredA = a.has(Table.PAIR_SCORES);
    boolean scoredB = b.has(Table.PAIR_SCORES);
    if (!scoredA || !scoredB) {
      String lacking = scoredA ? "B has" : scoredB ? "A has" : "both runs have";
      return none(lacking + " no pair_scores, which --pair-scores writes");
    }
    PairedShares shares = PairedShares.of(a, b, patterns);
    if (shares.common() < FEWEST_PAIRS) {
      return none(
          String.format(
              Locale.ROOT,
              "the runs have %d pairs in common, of the %d that a paired comparison needs",
              shares.common(),
              FEWEST_PAIRS));
    }
    return new Pairing(
        shares,
        String.format(
            Locale.ROOT,
            "Shares of label parts are compared pair by pair over the %,d pairs that both runs"
                + " scored.",
            shares.common()));
  }

  /** Returns the paired share of a row; null if there are too few pairs. */
  PairedShare share(HeadPattern row) {
    PairedShare share = shares.of(row);
    return share != null && share.pairs() >= FEWEST_PAIRS ? share : null;
  }

  private static Pairing none(String reason) {
    return new Pairing(
        new PairedShares(), "Intervals take the runs as independent, because " + reason + ".");
  }

  /** Returns why the runs' groups forbid pairing; null if they do not. */
  private static String grouped(RunManifest a, RunManifest b) {
    String groupA = group(a);
    String groupB = group(b);
    if (groupA.isEmpty() && groupB.isEmpty()) {
      return null;
    }
    return String.format(
        Locale.ROOT,
        "the pairs of %s are grouped (%s), and the unit of the intervals is then the group",
        groupA.isEmpty() ? "B" : groupB.isEmpty() ? "A" : "both runs",
        groupA.isEmpty() ? groupB : groupA);
  }

  /** Returns the column whose values group the pairs of a run; empty if there is none. */
  private static String group(RunManifest run) {
    Object group = run.configuration().get("input.group");
    return group == null ? "" : group.toString();
  }
}
