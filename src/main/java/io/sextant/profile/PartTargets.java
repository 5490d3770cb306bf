package io.sextant.profile;

import io.sextant.pattern.Targets;

/** The {@link Targets} of one part of a pair, flat: each of its sums is one loop over arrays. */
final class PartTargets {
  /** Positions of the eligible queries, and for each |T(i)|. */
  final int[] queries;

  final int[] counts;

  /** By range of targets: where it begins and ends in {@link RunningSums#upTo}. */
  private final int[] from;

  private final int[] to;

  /** By target: its query, and its cell {@code query * n + key} in the map. */
  final int[] queryOf;

  final int[] cells;

  /**
   * Lays targets out.
   *
   * @param n positions of the pair
   */
  PartTargets(Targets targets, int n) {
    int rows = targets.queries();
    int ranges = rows == 0 ? 0 : targets.firstRange(rows);
    queries = new int[rows];
    counts = new int[rows];
    from = new int[ranges];
    to = new int[ranges];
    int all = 0;
    for (int r = 0; r < rows; r++) {
      queries[r] = targets.query(r);
      counts[r] = targets.count(r);
      all += counts[r];
    }
    queryOf = new int[all];
    cells = new int[all];
    int target = 0;
    for (int r = 0; r < rows; r++) {
      for (int k = targets.firstRange(r); k < targets.firstRange(r + 1); k++) {
        from[k] = RunningSums.at(n, queries[r], targets.start(k));
        to[k] = RunningSums.at(n, queries[r], targets.end(k));
        for (int key = targets.start(k); key < targets.end(k); key++) {
          queryOf[target] = queries[r];
          cells[target++] = queries[r] * n + key;
        }
      }
    }
  }

  /** What all queries give to their targets. */
  double mass(RunningSums sums) {
    double[] upTo = sums.upTo;
    double mass = 0;
    for (int k = 0; k < from.length; k++) {
      mass += upTo[to[k]] - upTo[from[k]];
    }
    return mass;
  }

  /** Sum of a number that every query has, over the eligible ones. */
  double sum(double[] ofQuery) {
    double sum = 0;
    for (int query : queries) {
      sum += ofQuery[query];
    }
    return sum;
  }
}
