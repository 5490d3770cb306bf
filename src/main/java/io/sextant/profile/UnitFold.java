package io.sextant.profile;

import java.util.Arrays;

/**
 * Folds pairs into a state, gathering the pairs of a group into one sampling unit. The pairs of a
 * group must come one after the other.
 */
final class UnitFold {
  private final HeadStats stats;
  private final UnitSums[] open = new UnitSums[Strata.NAMES.size()];
  private String group;

  UnitFold(HeadStats stats) {
    this.stats = stats;
  }

  void add(PairSums pair, int[] strata, String groupOfPair) {
    if (group != null && !group.equals(groupOfPair)) {
      finish();
    }
    group = groupOfPair;
    stats.offsets().add(pair.offsets);
    for (int index : strata) {
      StratumStats stratum = stats.open(index);
      stratum.addPair(pair);
      if (group == null) {
        stratum.moments.add(pair.mass, pair.queries, pair.expected, pair.content);
      } else {
        if (open[index] == null) {
          open[index] = new UnitSums(stats.layout());
        }
        open[index].add(pair);
      }
    }
  }

  /** Closes the last group. */
  void finish() {
    for (int index = 0; index < open.length; index++) {
      if (open[index] != null) {
        open[index].flush(stats.open(index).moments);
      }
    }
    group = null;
  }

  /** The sums of a group that is still open. */
  private static final class UnitSums {
    private final double[] mass;
    private final double[] expected;
    private final double[] content;
    private final int[] queries;

    UnitSums(Layout layout) {
      mass = new double[layout.slots()];
      expected = new double[layout.slots()];
      content = new double[layout.slots()];
      queries = new int[layout.parts().size()];
    }

    void add(PairSums pair) {
      int heads = mass.length / queries.length;
      for (int part = 0; part < queries.length; part++) {
        queries[part] += pair.queries[part];
      }
      for (int slot = 0; slot < mass.length; slot++) {
        if (pair.queries[slot / heads] > 0) {
          mass[slot] += pair.mass[slot];
          expected[slot] += pair.expected[slot];
          content[slot] += pair.content[slot];
        }
      }
    }

    void flush(RatioMoments moments) {
      moments.add(mass, queries, expected, content);
      Arrays.fill(mass, 0);
      Arrays.fill(expected, 0);
      Arrays.fill(content, 0);
      Arrays.fill(queries, 0);
    }
  }
}
