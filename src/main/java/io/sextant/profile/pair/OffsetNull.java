package io.sextant.profile.pair;

import io.sextant.attention.AttentionMap;
import io.sextant.pattern.Family;
import io.sextant.text.EncodedPair;

/**
 * Offset: the head's own habit of position. What a query gives to content is laid out over the
 * content keys in proportion to the head's mean weight at their signed offset, in the same or the
 * other sentence, as a calibration sample showed it. A head that is merely positional has lift 1.
 */
final class OffsetNull implements NullModel {
  private static final int FARTHEST = OffsetSums.FARTHEST;

  /** Offsets between which sums are kept, for keys in the same and in the other sentence. */
  private static final int SPAN = 2 * FARTHEST + 1;

  /** By head and offset bin: its mean weight. */
  private final double[] habit;

  /** By head, sentence and offset: the sum of the mean weights at lesser offsets, from -95 on. */
  private final double[] habitBefore;

  /** By query: what it gives to content over the sum of the head's mean weights at its keys. */
  private double[] scale = new double[0];

  /** Of the head that is read: its first bin. */
  private int bins;

  OffsetNull(Calibration calibration) {
    habit = calibration.weights();
    int sides = habit.length / (OffsetSums.BINS / 2);
    habitBefore = new double[sides * SPAN];
    for (int side = 0; side < sides; side++) {
      int first = side / 2 * OffsetSums.BINS;
      for (int offset = 2 - FARTHEST; offset <= FARTHEST; offset++) {
        int at = side * SPAN + FARTHEST + offset;
        double last = habit[first + OffsetSums.bin(0, offset - 1, side % 2 == 0)];
        habitBefore[at] = habitBefore[at - 1] + last;
      }
    }
  }

  @Override
  public boolean appliesTo(Family family) {
    return family == Family.CONTENT;
  }

  @Override
  public void read(
      PreparedPair pair,
      AttentionMap map,
      RowStatistics rows,
      int h,
      int head,
      PartitionSums.Chance chance) {
    bins = head * OffsetSums.BINS;
    open(pair, rows, h * map.size());
    for (int i = 0; i < pair.contentCells.length; i++) {
      double weight = habit[bins + pair.bins[pair.contentCells[i]]];
      double expected = scale[pair.contentQueries[i]] * weight;
      chance.expected.add(pair.contentKinds[i], head, expected);
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
        boolean same = segment == of.segment(query);
        sum +=
            before(same, of.sentenceEnd(segment) - query)
                - before(same, of.sentenceStart(segment) - query);
      }
      scale[query] = sum > 0 ? rows.content[first + query] / sum : 0;
    }
  }

  /** The head's mean weights at all offsets before one, but for a constant. */
  private double before(boolean same, int offset) {
    int kept = Math.max(1 - FARTHEST, Math.min(FARTHEST, offset));
    int side = 2 * (bins / OffsetSums.BINS) + (same ? 0 : 1);
    double before = habitBefore[side * SPAN + FARTHEST + kept];
    return offset == kept
        ? before
        : before + (offset - kept) * habit[bins + OffsetSums.bin(0, offset, same)];
  }
}
