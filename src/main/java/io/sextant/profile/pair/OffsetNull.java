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
  /** By head and offset bin: its mean weight; and the sum of those before it in its half. */
  private final double[] habit;

  private final double[] habitUpTo;

  /** By query: what it gives to content over the sum of the head's mean weights at its keys. */
  private double[] scale = new double[0];

  private int bins;

  OffsetNull(Calibration calibration) {
    habit = calibration.weights();
    habitUpTo = new double[habit.length];
    int half = OffsetSums.BINS / 2;
    for (int bin = 0; bin < habit.length; bin++) {
      // The bins of all that is farther away are no single offsets, and left out.
      boolean first = bin % half <= 1;
      habitUpTo[bin] = first ? 0 : habitUpTo[bin - 1] + habit[bin - 1];
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
        int half = segment == of.segment(query) ? 0 : OffsetSums.BINS / 2;
        sum +=
            before(half, of.sentenceEnd(segment) - query)
                - before(half, of.sentenceStart(segment) - query);
      }
      scale[query] = sum > 0 ? rows.content[first + query] / sum : 0;
    }
  }

  /** The head's mean weights at all offsets before one, but for a constant. */
  private double before(int half, int offset) {
    int near = Math.max(1 - OffsetSums.FARTHEST, Math.min(OffsetSums.FARTHEST, offset));
    int bin = bins + half + OffsetSums.FARTHEST;
    double beyond = offset < near ? habit[bin - OffsetSums.FARTHEST] : habit[bin + near];
    return habitUpTo[bin + near] + (offset - near) * beyond;
  }
}
