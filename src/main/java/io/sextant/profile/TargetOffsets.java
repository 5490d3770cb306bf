package io.sextant.profile;

import java.util.Arrays;

/**
 * B4: how often a head that always looks at one fixed offset would hit a target. The best such
 * offset is what {@code top1} of a content pattern is held against.
 */
final class TargetOffsets {
  private TargetOffsets() {}

  /** Counts, by part and offset bin, the queries of a pair that have a content target there. */
  static void count(PairTargets pair, long[] counts) {
    Arrays.fill(counts, 0);
    int[] lastQuery = new int[OffsetSums.BINS];
    for (int part = 0; part < pair.targets.length; part++) {
      PartTargets targets = pair.targets[part];
      Arrays.fill(lastQuery, -1);
      for (int k = 0; k < targets.cells.length; k++) {
        int query = targets.queryOf[k];
        int bin = pair.bins[targets.cells[k]];
        boolean ofContent =
            !pair.pair.isDelimiter(query)
                && !pair.pair.isDelimiter(targets.cells[k] - query * pair.pair.size());
        if (ofContent && lastQuery[bin] != query) {
          lastQuery[bin] = query;
          counts[part * OffsetSums.BINS + bin]++;
        }
      }
    }
  }

  /**
   * The greatest part of the queries that one offset of -10 to 10 hits, wherever the key stands;
   * NaN if there are no queries.
   */
  static double best(long[] counts, int part, long queries) {
    long best = 0;
    for (int offset = -OffsetSums.FARTHEST + 1; offset < OffsetSums.FARTHEST; offset++) {
      int bin = part * OffsetSums.BINS + offset + OffsetSums.FARTHEST;
      best = Math.max(best, counts[bin] + counts[bin + OffsetSums.BINS / 2]);
    }
    return queries == 0 ? Double.NaN : (double) best / queries;
  }
}
