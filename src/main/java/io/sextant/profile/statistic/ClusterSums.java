package io.sextant.profile.statistic;

import io.sextant.profile.pair.Description;
import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.SlotArray;
import java.util.Arrays;

/** The sums of a group of which more pairs may follow. */
final class ClusterSums {
  private final PairSums sums;

  ClusterSums(Layout layout) {
    sums = new PairSums(layout);
    sums.pairs = 0;
    sums.descriptions = new SlotArray(Description.values().length, layout.heads());
  }

  void add(PairSums pair) {
    sums.pairs += pair.pairs;
    sums.contentQueries += pair.contentQueries;
    sums.descriptions.merge(pair.descriptions);
    for (int part = 0; part < sums.queries.length; part++) {
      if (pair.queries[part] > 0) {
        boolean first = sums.queries[part] == 0;
        sums.queries[part] += pair.queries[part];
        sums.top1Queries[part] += pair.top1Queries[part];
        take(part, first, sums.mass, pair.mass);
        take(part, first, sums.content, pair.content);
        take(part, first, sums.top1, pair.top1);
        take(part, first, sums.normMass, pair.normMass);
        take(part, first, sums.normTotal, pair.normTotal);
        take(part, first, sums.queriesBySlot, pair.queriesBySlot);
      }
      for (int k = 0; k < sums.nulls.length; k++) {
        if (pair.nulls[k].trials[part] > 0) {
          boolean first = sums.nulls[k].trials[part] == 0;
          sums.nulls[k].trials[part] += pair.nulls[k].trials[part];
          take(part, first, sums.nulls[k].observed, pair.nulls[k].observed);
          take(part, first, sums.nulls[k].expected, pair.nulls[k].expected);
          take(part, first, sums.nulls[k].wins, pair.nulls[k].wins);
          take(part, first, sums.nulls[k].compared, pair.nulls[k].compared);
        }
      }
    }
  }

  /** Adds the group to a stratum as one cluster, and resets the sums. */
  void flush(StratumStats stratum) {
    stratum.addCluster(sums);
    sums.pairs = 0;
    sums.contentQueries = 0;
    for (Description description : Description.values()) {
      sums.descriptions.fill(description.ordinal(), 0);
    }
    Arrays.fill(sums.queries, 0);
    Arrays.fill(sums.top1Queries, 0);
    for (PairSums.NullSums of : sums.nulls) {
      Arrays.fill(of.trials, 0);
    }
  }

  /**
   * Adds the sums of a part. If this is the first pair of the group that has the part, its sums
   * replace those of the previous group, which are not cleared.
   */
  private static void take(int part, boolean first, SlotArray to, SlotArray more) {
    if (first) {
      to.copy(part, more, part);
    } else {
      to.add(part, more, part);
    }
  }
}
