package io.sextant.profile.pair;

import io.sextant.attention.AttentionMap;
import io.sextant.pattern.Family;
import java.util.Arrays;

/**
 * The null {@code offset}. A query's attention to content is distributed over the content keys in
 * proportion to the head's mean weights at their signed offsets, in the same or the other sentence,
 * as estimated on a calibration sample. A purely positional head has lift 1.
 *
 * <p>For the jackknife in {@code OffsetError}, the expected attention of every pair is also
 * computed from the sample without the fold of the pair.
 */
final class OffsetNull implements NullModel {
  private final OffsetProfile profile;

  /** For each fold, the weights without this fold; empty if the weights are not estimated. */
  private final OffsetProfile[] leftOut;

  OffsetNull(Calibration calibration) {
    profile = new OffsetProfile(calibration.weights());
    leftOut =
        Arrays.stream(calibration.leftOut()).map(OffsetProfile::new).toArray(OffsetProfile[]::new);
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
    profile.add(pair, rows, h * map.size(), head, chance.expected);
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
