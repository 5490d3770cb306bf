package io.sextant.profile.statistic;

import io.sextant.profile.pair.PairSums;

/**
 * Folds pairs into a state, gathering the pairs of a group into one sampling unit. The pairs of a
 * group must come one after the other.
 */
public final class ClusterAccumulator {
  private final HeadStats stats;
  private final GroupSums[] open = new GroupSums[Strata.COUNT];
  private String group;

  public ClusterAccumulator(HeadStats stats) {
    this.stats = stats;
  }

  public void add(PairSums pair, int[] strata, String groupOfPair) {
    if (group != null && !group.equals(groupOfPair)) {
      finish();
    }
    group = groupOfPair;
    stats.offsets().add(pair.offsets);
    for (int index : strata) {
      StratumStats stratum = stats.open(index);
      stratum.addPair(pair);
      if (group == null) {
        stratum.addUnit(pair);
      } else {
        if (open[index] == null) {
          open[index] = new GroupSums(stats.layout());
        }
        open[index].add(pair);
      }
    }
  }

  /** Closes the last group. */
  public void finish() {
    for (int index = 0; index < open.length; index++) {
      if (open[index] != null) {
        open[index].flush(stats.open(index));
      }
    }
    group = null;
  }
}
