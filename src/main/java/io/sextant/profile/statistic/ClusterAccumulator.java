package io.sextant.profile.statistic;

import io.sextant.profile.pair.PairSums;

/**
 * Adds pairs to a state, and combines the pairs of a group into one cluster. The pairs of a group
 * must be consecutive.
 */
public final class ClusterAccumulator {
  private final HeadStats stats;
  private final ClusterSums[] open;
  private String group;

  public ClusterAccumulator(HeadStats stats) {
    this.stats = stats;
    this.open = new ClusterSums[stats.strata()];
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
        stratum.addCluster(pair);
      } else {
        if (open[index] == null) {
          open[index] = new ClusterSums(stats.layout());
        }
        open[index].add(pair);
      }
    }
  }

  /** Adds the last group to the state. */
  public void finish() {
    for (int index = 0; index < open.length; index++) {
      if (open[index] != null) {
        open[index].flush(stats.open(index));
      }
    }
    group = null;
  }
}
