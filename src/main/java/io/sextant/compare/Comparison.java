package io.sextant.compare;

import io.sextant.fault.BadInputException;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.HeadDifference;
import io.sextant.table.row.HeadPattern;
import io.sextant.table.row.PatternKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Run B compared with run A. If the models have one shape, heads are compared one by one: pair by
 * pair where {@link Pairing} allows it. Otherwise the runs are assumed to be independent, which
 * makes the intervals too wide if they share pairs. If the models do not have the same heads, their
 * heads are matched.
 *
 * @param rows the differences for every head, part, unit and stratum that both runs have, in the
 *     order of A; empty if the models have other shapes
 * @param pairing a sentence about how the intervals were computed
 * @param correspondence whether the models have the same heads
 * @param matches the best matches of heads; null if the models have the same heads
 */
public record Comparison(
    List<HeadDifference> rows, String pairing, HeadCorrespondence correspondence, Matches matches) {

  /**
   * Compares two runs.
   *
   * @param margin the greatest difference of shares that counts as none; over 0, less than 1
   * @param sameHeads whether the heads of models of one shape count as the same whatever their
   *     weights say
   * @throws BadInputException if a run has not ended, or the runs have no pattern in common
   */
  public static Comparison of(RunDirectory a, RunDirectory b, double margin, boolean sameHeads) {
    RunManifest runA = a.finished();
    RunManifest runB = b.finished();
    HeadCorrespondence correspondence = HeadCorrespondence.of(runA, runB, sameHeads);
    Map<PatternKey, HeadPattern> ofA = patterns(a);
    Map<PatternKey, HeadPattern> ofB = patterns(b);
    requireCommonPattern(a, ofA.values(), b, ofB.values());
    Matches matches = correspondence.same() ? null : Matches.of(a, labels(ofA), b, labels(ofB));
    if (!correspondence.sameShape()) {
      return new Comparison(
          List.of(),
          "No head is compared with a head of the other model.",
          correspondence,
          matches);
    }
    Pairing pairing = Pairing.of(a, b, ofB.values());
    List<Difference> differences = new ArrayList<>();
    ofA.forEach(
        (key, row) -> {
          HeadPattern other = ofB.get(key);
          if (other != null) {
            differences.add(new Difference(row, other, pairing.share(row)));
          }
        });
    if (differences.isEmpty()) {
      throw nothingInCommon(a, b);
    }
    return new Comparison(tested(differences, margin), pairing.words(), correspondence, matches);
  }

  /** Returns how many differences have a verdict. */
  public long count(String verdict) {
    return rows.stream().filter(row -> verdict.equals(row.verdict())).count();
  }

  /** Returns the rows of a run by their keys without the run. */
  private static Map<PatternKey, HeadPattern> patterns(RunDirectory run) {
    Map<PatternKey, HeadPattern> rows = new LinkedHashMap<>();
    run.read(Table.HEAD_PATTERNS, row -> rows.put(row.key().ofRun(""), row));
    return rows;
  }

  /** Returns the rows that carry labels, of all pairs. */
  private static List<HeadPattern> labels(Map<PatternKey, HeadPattern> rows) {
    return rows.values().stream()
        .filter(row -> row.grade() != null && row.key().isOverall())
        .toList();
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

  private static void requireCommonPattern(
      RunDirectory a, Collection<HeadPattern> ofA, RunDirectory b, Collection<HeadPattern> ofB) {
    List<String> patterns = ofA.stream().map(HeadPattern::pattern).distinct().toList();
    if (ofB.stream().noneMatch(row -> patterns.contains(row.pattern()))) {
      throw nothingInCommon(a, b);
    }
  }

  private static BadInputException nothingInCommon(RunDirectory a, RunDirectory b) {
    return new BadInputException(
        a.root() + " and " + b.root() + " have no pattern in common: there is nothing to compare");
  }
}
