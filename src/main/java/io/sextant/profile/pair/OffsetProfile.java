package io.sextant.profile.pair;

import io.sextant.profile.state.SlotArray;
import io.sextant.text.EncodedPair;

/**
 * Expected attention by the null {@code offset}. A query's attention to content is distributed over
 * the content keys in proportion to the head's mean weights at their offsets.
 */
final class OffsetProfile {
  private static final int FARTHEST = OffsetSums.FARTHEST;

  /** The number of offsets for which cumulative sums are kept, for each head and sentence. */
  private static final int SPAN = 2 * FARTHEST + 1;

  /** The mean weights, indexed by head and offset bin. */
  private final double[] weights;

  /**
   * For each head, sentence and offset, the sum of the mean weights at smaller offsets, starting at
   * offset -95.
   */
  private final double[] before;

  /**
   * For the current head, the index of its first bin in {@link #weights}, and the indices of offset
   * 0 in {@link #before} for the same and the other sentence.
   */
  private int bins;

  private int same;
  private int other;

  OffsetProfile(double[] weights) {
    this.weights = weights;
    int sides = weights.length / (OffsetSums.BINS / 2);
    before = new double[sides * SPAN];
    for (int side = 0; side < sides; side++) {
      int first = side / 2 * OffsetSums.BINS;
      for (int offset = 2 - FARTHEST; offset <= FARTHEST; offset++) {
        int at = side * SPAN + FARTHEST + offset;
        double last = weights[first + OffsetSums.bin(0, offset - 1, side % 2 == 0)];
        before[at] = before[at - 1] + last;
      }
    }
  }

  /**
   * Adds the expected attention of a head to the cells of content patterns, by block.
   *
   * @param rows the row statistics of the map
   * @param first the index of the head's first query in {@code rows}
   * @param head the index of the head over all layers
   * @param to receives the expected attention
   */
  void add(PreparedPair pair, RowStatistics rows, int first, int head, SlotArray to) {
    bins = head * OffsetSums.BINS;
    same = 2 * head * SPAN + FARTHEST;
    other = same + SPAN;
    int last = -1;
    double scale = 0;
    for (int i = 0; i < pair.contentQueries.length; i++) {
      int query = pair.contentQueries[i];
      if (query != last) {
        scale = scale(pair, query, rows.content[first + query]);
        last = query;
      }
      to.add(pair.contentBlocks[i], head, scale * weights[bins + pair.contentBins[i]]);
    }
  }

  /**
   * Returns a query's attention to content, divided by the sum of the current head's mean weights
   * at the offsets of its content keys.
   */
  private double scale(PreparedPair pair, int query, double content) {
    EncodedPair of = pair.pair;
    if (of.isDelimiter(query)) {
      return 0;
    }
    double sum = 0;
    for (int segment = 0; segment < pair.sentences; segment++) {
      int zero = segment == of.segment(query) ? same : other;
      int start = Math.max(of.sentenceStart(segment), pair.visible.first(query));
      int end = Math.min(of.sentenceEnd(segment), pair.visible.end(query));
      sum += start < end ? before(zero, end - query) - before(zero, start - query) : 0;
    }
    return sum > 0 ? content / sum : 0;
  }

  /**
   * Returns the sum of the head's mean weights at all offsets before the given one, up to a
   * constant.
   */
  private double before(int zero, int offset) {
    if (-FARTHEST < offset && offset <= FARTHEST) {
      return before[zero + offset];
    }
    int kept = offset < 0 ? 1 - FARTHEST : FARTHEST;
    double beyond = weights[bins + OffsetSums.bin(0, offset, zero == same)];
    return before[zero + kept] + (offset - kept) * beyond;
  }
}
