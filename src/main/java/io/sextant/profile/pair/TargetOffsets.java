package io.sextant.profile.pair;

import io.sextant.pattern.Targets;
import io.sextant.profile.state.PartCounts;
import io.sextant.text.EncodedPair;
import java.util.Arrays;

/** The offsets of the targets of a pair, which {@code BestOffset} counts. */
final class TargetOffsets {
  private final EncodedPair pair;
  private final PartCounts counts;

  /** For each bin, the last query of the current part that was counted there. */
  private final int[] lastQuery = new int[OffsetSums.BINS];

  private TargetOffsets(EncodedPair pair, PartCounts counts) {
    this.pair = pair;
    this.counts = counts;
  }

  /**
   * Counts, for each part and offset bin, the content queries of a pair that have a content target
   * there.
   */
  static void count(PreparedPair pair, PartCounts counts) {
    counts.clear();
    TargetOffsets offsets = new TargetOffsets(pair.pair, counts);
    for (int part = 0; part < pair.targets.length; part++) {
      offsets.count(part, pair.targets[part]);
    }
  }

  private void count(int part, Targets targets) {
    Arrays.fill(lastQuery, -1);
    for (int r = 0; r < targets.queries(); r++) {
      int query = targets.query(r);
      for (int k = targets.firstRange(r); k < targets.firstRange(r + 1); k++) {
        for (int segment = 0; segment < 2 && !pair.isDelimiter(query); segment++) {
          int start = Math.max(targets.start(k), pair.sentenceStart(segment));
          int end = Math.min(targets.end(k), pair.sentenceEnd(segment));
          if (start < end) {
            count(part, query, start, end - 1);
          }
        }
      }
    }
  }

  /** Counts the bins of adjacent keys of one sentence, which are adjacent too. */
  private void count(int part, int query, int firstKey, int lastKey) {
    boolean same = pair.segment(query) == pair.segment(firstKey);
    int last = OffsetSums.bin(query, lastKey, same);
    for (int bin = OffsetSums.bin(query, firstKey, same); bin <= last; bin++) {
      if (lastQuery[bin] != query) {
        lastQuery[bin] = query;
        counts.add(part, bin, 1);
      }
    }
  }
}
