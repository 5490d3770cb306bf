package io.sextant.profile;

import io.sextant.attention.AttentionMap;
import io.sextant.pattern.Family;
import io.sextant.text.EncodedPair;

/**
 * B1: the head's own habit of position. What a query gives to content is laid out over the content
 * keys in proportion to the head's mean weight at their signed offset, in the same or the other
 * sentence, as a calibration sample showed it. A head that is merely positional has lift 1.
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
  public int trials(PairTargets pair, int part) {
    return pair.targets[part].queries.length;
  }

  @Override
  public void open(PairTargets pair, HeadRows rows, int head) {
    int n = pair.pair.size();
    if (scale.length < n) {
      scale = new double[n];
    }
    bins = head * OffsetSums.BINS;
    EncodedPair of = pair.pair;
    for (int query : pair.content) {
      double sum = 0;
      for (int segment = 0; segment < pair.sentences; segment++) {
        int half = segment == of.segment(query) ? 0 : OffsetSums.BINS / 2;
        sum +=
            before(half, of.sentenceEnd(segment) - query)
                - before(half, of.sentenceStart(segment) - query);
      }
      scale[query] = sum > 0 ? rows.content[query] / sum : 0;
    }
  }

  /** The head's mean weights at all offsets before one, but for a constant. */
  private double before(int half, int offset) {
    int near = Math.max(1 - OffsetSums.FARTHEST, Math.min(OffsetSums.FARTHEST, offset));
    int bin = bins + half + OffsetSums.FARTHEST;
    double beyond = offset < near ? habit[bin - OffsetSums.FARTHEST] : habit[bin + near];
    return habitUpTo[bin + near] + (offset - near) * beyond;
  }

  @Override
  public void score(
      PairTargets pair, int part, AttentionMap map, HeadRows rows, double mass, Score score) {
    PartTargets targets = pair.targets[part];
    int[] cells = targets.cells;
    // Two sums, which do not wait for each other.
    double even = 0;
    double odd = 0;
    for (int k = 1; k < cells.length; k += 2) {
      even += expected(targets, k - 1, pair);
      odd += expected(targets, k, pair);
    }
    int last = cells.length - 1;
    double expected = even + odd + (last % 2 == 0 ? expected(targets, last, pair) : 0);
    score.observed = mass;
    score.expected = expected;
  }

  private double expected(PartTargets targets, int k, PairTargets pair) {
    return scale[targets.queryOf[k]] * habit[bins + pair.bins[targets.cells[k]]];
  }
}
