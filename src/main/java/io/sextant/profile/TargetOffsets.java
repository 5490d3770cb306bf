package io.sextant.profile;

import io.sextant.pattern.Targets;
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
    boolean[] seen = new boolean[OffsetSums.BINS];
    for (int part = 0; part < pair.targets.length; part++) {
      Targets targets = pair.targets[part];
      for (int r = 0; r < targets.queries(); r++) {
        int query = targets.query(r);
        if (pair.pair.isDelimiter(query)) {
          continue;
        }
        Arrays.fill(seen, false);
        for (int k = targets.firstRange(r); k < targets.firstRange(r + 1); k++) {
          for (int key = targets.start(k); key < targets.end(k); key++) {
            if (!pair.pair.isDelimiter(key)) {
              seen[pair.bins[query * pair.pair.size() + key]] = true;
            }
          }
        }
        for (int bin = 0; bin < seen.length; bin++) {
          counts[part * OffsetSums.BINS + bin] += seen[bin] ? 1 : 0;
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
