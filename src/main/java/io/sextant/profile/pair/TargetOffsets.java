package io.sextant.profile.pair;

import io.sextant.profile.state.PartCounts;
import java.util.Arrays;

/** The offsets of the targets of a pair, which {@code BestOffset} counts. */
final class TargetOffsets {
  private TargetOffsets() {}

  /**
   * Counts, for each part and offset bin, the content queries of a pair that have a content target
   * there.
   */
  static void count(PreparedPair pair, PartCounts counts) {
    counts.clear();
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
          counts.add(part, bin, 1);
        }
      }
    }
  }
}
