package io.sextant.profile.pair;

import io.sextant.profile.state.PartCounts;
import java.util.Arrays;

/** Where the targets of a pair lie, seen from their queries; what {@code BestOffset} takes. */
final class TargetOffsets {
  private TargetOffsets() {}

  /** Counts, by part and offset bin, the queries of a pair that have a content target there. */
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
