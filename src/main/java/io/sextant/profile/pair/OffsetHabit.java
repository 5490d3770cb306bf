package io.sextant.profile.pair;

import io.sextant.profile.state.SlotArray;
import io.sextant.text.EncodedPair;

/**
 * The mean weights that heads give to the keys at an offset, and what queries would give to targets
 * by them alone: what a query gives to content is laid out over the content keys in proportion to
 * these weights.
 */
final class OffsetHabit {
  private static final int FARTHEST = OffsetSums.FARTHEST;

  /** Offsets between which sums are kept, for keys in the same and in the other sentence. */
  private static final int SPAN = 2 * FARTHEST + 1;

  /** By head and offset bin: its mean weight. */
  private final double[] weights;

  /** By head, sentence and offset: the sum of the mean weights at lesser offsets, from -95 on. */
  private final double[] before;

  /** By query: what it gives to content over the sum of the head's mean weights at its keys. */
  private double[] scale = new double[0];

  /** Of the head that is read: its first bin, and where its sums for the offset 0 are. */
  private int bins;

  private int same;
  private int other;

  OffsetHabit(double[] weights) {
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
   * Adds what a head would give to the cells of content patterns, by block.
   *
   * @param rows of the map
   * @param first the head's first query in the rows
   * @param head counted over all layers
   */
  void add(PreparedPair pair, RowStatistics rows, int first, int head, SlotArray to) {
    bins = head * OffsetSums.BINS;
    same = 2 * head * SPAN + FARTHEST;
    other = same + SPAN;
    open(pair, rows, first);
    for (int i = 0; i < pair.contentCells.length; i++) {
      double weight = weights[bins + pair.bins[pair.contentCells[i]]];
      to.add(pair.contentKinds[i], head, scale[pair.contentQueries[i]] * weight);
    }
  }

  private void open(PreparedPair pair, RowStatistics rows, int first) {
    EncodedPair of = pair.pair;
    if (scale.length < of.size()) {
      scale = new double[of.size()];
    }
    for (int query : pair.content) {
      double sum = 0;
      for (int segment = 0; segment < pair.sentences; segment++) {
        int zero = segment == of.segment(query) ? same : other;
        sum +=
            before(zero, of.sentenceEnd(segment) - query)
                - before(zero, of.sentenceStart(segment) - query);
      }
      scale[query] = sum > 0 ? rows.content[first + query] / sum : 0;
    }
  }

  /** The head's mean weights at all offsets before one, but for a constant. */
  private double before(int zero, int offset) {
    if (-FARTHEST < offset && offset <= FARTHEST) {
      return before[zero + offset];
    }
    int kept = offset < 0 ? 1 - FARTHEST : FARTHEST;
    double beyond = weights[bins + OffsetSums.bin(0, offset, zero == same)];
    return before[zero + kept] + (offset - kept) * beyond;
  }
}
