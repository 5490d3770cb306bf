package io.sextant.compare;

import io.sextant.fault.BadInputException;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.HeadDifference;
import io.sextant.table.row.HeadMatch;
import io.sextant.table.row.HeadPattern;
import io.sextant.table.row.PatternKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Run B compared with run A. Shares are compared pair by pair where {@link Pairing} allows it.
 * Otherwise the runs are assumed to be independent, which makes the intervals too wide if they
 * share pairs.
 *
 * @param rows the differences for every head, part, unit and stratum that both runs have, in the
 *     order of A
 * @param pairing a sentence about how the intervals were computed
 * @param correspondence whether the models have the same heads
 * @param matches the best matches of heads; empty if the models have the same heads
 */
public record Comparison(
    List<HeadDifference> rows,
    String pairing,
    HeadCorrespondence correspondence,
    List<HeadMatch> matches) {

  /**
   * Compares two runs.
   *
   * @param margin the greatest difference of shares that counts as none; over 0, less than 1
   * @param sameHeads whether the models' heads count as the same whatever their weights say
   * @throws BadInputException if a run has not ended, the runs' models have different numbers of
   *     layers or heads, or the runs have no pattern in common
   */
  public static Comparison of(RunDirectory a, RunDirectory b, double margin, boolean sameHeads) {
    RunManifest runA = a.finished();
    RunManifest runB = b.finished();
    requireOneShape(a, runA.model(), b, runB.model());
    Map<PatternKey, HeadPattern> rowsOfB = new HashMap<>();
    b.read(Table.HEAD_PATTERNS, row -> rowsOfB.put(row.key().ofRun(""), row));
    Pairing pairing = Pairing.of(a, b, rowsOfB.values());
    List<Difference> differences = new ArrayList<>();
    a.read(
        Table.HEAD_PATTERNS,
        row -> {
          HeadPattern other = rowsOfB.get(row.key().ofRun(""));
          if (other != null) {
            differences.add(new Difference(row, other, pairing.share(row)));
          }
        });
    if (differences.isEmpty()) {
      throw new BadInputException(
          a.root()
              + " and "
              + b.root()
              + " have no pattern in common: there is nothing to compare");
    }
    HeadCorrespondence known = HeadCorrespondence.of(runA, runB);
    HeadCorrespondence correspondence =
        sameHeads ? new HeadCorrespondence(true, known.cosine()) : known;
    List<HeadDifference> rows = tested(differences, margin);
    List<HeadMatch> matches =
        correspondence.same() ? List.of() : Matches.of(rows, runA.model().grid());
    return new Comparison(rows, pairing.words(), correspondence, matches);
  }

  /** Returns how many differences have a verdict. */
  public long count(String verdict) {
    return rows.stream().filter(row -> verdict.equals(row.verdict())).count();
  }

  private static List<HeadDifference> tested(List<Difference> differences, double margin) {
    Significance tests =
        new Significance(differences.stream().map(Difference::ofShares).toList(), margin);
    List<HeadDifference> rows = new ArrayList<>(differences.size());
    for (int i = 0; i < differences.size(); i++) {
      rows.add(
          differences
              .get(i)
              .row()
              .set("q_value", tests.unequal(i))
              .set("margin", margin)
              .set("equivalence_q_value", tests.within(i))
              .set("verdict", tests.verdict(i))
              .build());
    }
    return rows;
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
}
