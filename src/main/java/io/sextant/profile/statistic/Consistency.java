package io.sextant.profile.statistic;

import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.PartCounts;
import io.sextant.profile.state.SlotArray;

/**
 * How many clusters give targets more than one null expects for them, those that give as much half,
 * out of the clusters that the null says something of. A cluster counts once, whatever its length.
 * The row has that of the null that decides, see {@code Judgement}.
 */
public final class Consistency extends HeadStatistic {
  /** Relative; sums of single-precision weights that differ by less are equal. */
  private static final double TIE = 1e-6;

  private final int chance;
  private final SlotArray over;
  private final PartCounts clusters;

  /**
   * A consistency of no clusters.
   *
   * @param chance the null, by its index in {@link Layout#NULLS}
   */
  public Consistency(Layout layout, int chance) {
    this(chance, new SlotArray(layout), new PartCounts(layout));
  }

  private Consistency(int chance, SlotArray over, PartCounts clusters) {
    super(over, clusters);
    this.chance = chance;
    this.over = over;
    this.clusters = clusters;
  }

  @Override
  public boolean applies(PairSums pair, int part) {
    return pair.queries[part] > 0 && pair.nulls[chance].trials[part] > 0;
  }

  @Override
  public void addCluster(int part, PairSums cluster, int partOfCluster) {
    PairSums.NullSums sums = cluster.nulls[chance];
    clusters.add(part, 1);
    for (int head = 0; head < over.heads(); head++) {
      double expected = sums.expected.at(partOfCluster, head);
      double excess = sums.observed.at(partOfCluster, head) - expected;
      boolean isTie = Math.abs(excess) <= TIE * expected;
      over.add(part, head, isTie ? .5 : excess > 0 ? 1 : 0);
    }
  }

  public double of(int part, int head) {
    return over.at(part, head) / clusters.at(part);
  }
}
