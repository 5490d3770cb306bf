package io.sextant.profile.pair;

import io.sextant.pattern.Targets;

/** The {@link Targets} of one part of a pair in flat arrays, for loops. */
final class PartTargets {
  /** The positions of the eligible queries, and |T(i)| of each. */
  final int[] queries;

  final int[] counts;

  /** For each target, its query, and its cell {@code query * n + key} in the map. */
  final int[] queryOf;

  final int[] cells;

  /**
   * Creates the arrays.
   *
   * @param n the number of positions of the pair
   */
  PartTargets(Targets targets, int n) {
    int rows = targets.queries();
    queries = new int[rows];
    counts = new int[rows];
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
        for (int key = targets.start(k); key < targets.end(k); key++) {
          queryOf[target] = queries[r];
          cells[target++] = queries[r] * n + key;
        }
      }
    }
  }
}
