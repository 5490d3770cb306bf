package io.sextant.profile.pair;

import io.sextant.attention.AttentionMap;
import io.sextant.pattern.Family;
import java.util.Arrays;

/**
 * Offset: the head's own habit of position. What a query gives to content is laid out over the
 * content keys in proportion to the head's mean weight at their signed offset, in the same or the
 * other sentence, as a calibration sample showed it. A head that is merely positional has lift 1.
 *
 * <p>The sample is a sample: every pair is also read by what the sample shows without one of its
 * folds, that of the pair, so that the error of the habit can be estimated by the jackknife.
 */
final class OffsetNull implements NullModel {
  private final OffsetHabit habit;

  /** By fold; empty if the habit is not estimated. */
  private final OffsetHabit[] leftOut;

  OffsetNull(Calibration calibration) {
    habit = new OffsetHabit(calibration.weights());
    leftOut =
        Arrays.stream(calibration.leftOut()).map(OffsetHabit::new).toArray(OffsetHabit[]::new);
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
    habit.add(pair, rows, h * map.size(), head, chance.expected);
    if (leftOut.length > 0) {
      leftOut[pair.fold].add(pair, rows, h * map.size(), head, chance.leftOut);
    }
  }

  @Override
  public void sum(
      PreparedPair pair,
      int part,
      PairSums pairSums,
      PartitionSums.Chance chance,
      PairSums.NullSums to) {
    NullModel.super.sum(pair, part, pairSums, chance, to);
    if (leftOut.length > 0) {
      partition(pair).sum(part, chance.leftOut, to.leftOut, part);
    } else {
      to.leftOut.copy(part, to.expected, part);
    }
  }
}
