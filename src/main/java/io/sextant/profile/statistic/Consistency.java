package io.sextant.profile.statistic;

import io.sextant.math.Ratio;
import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.PairedMoments;
import io.sextant.profile.state.SlotArray;

/**
 * The part of the clusters that give targets more than one null expects for them, a tie counting
 * half, out of those that the null says something of: a mean over clusters, with the interval of
 * {@link Ratio}. The row has that of the null that decides, see {@code Judgement}.
 */
public final class Consistency extends HeadStatistic {
  /** Relative; sums of single-precision weights that differ by less are equal. */
  private static final double TIE = 1e-6;

  private final int chance;

  /** By part, as a pair numbers it: whether a head must beat the null to exhibit it. */
  private final boolean[] beaten;

  private final PairedMoments moments;

  /** By head, of one cluster at a time: 1 if it is over its null, one half if equal, or 0. */
  private final SlotArray over;

  /**
   * A consistency of no clusters.
   *
   * @param chance the null, by its index in {@link Layout#NULLS}
   */
  public Consistency(Layout layout, int chance) {
    this(layout, chance, new PairedMoments(layout));
  }

  private Consistency(Layout layout, int chance, PairedMoments moments) {
    super(moments);
    this.chance = chance;
    int parts = layout.parts().size();
    this.beaten = new boolean[parts == 0 ? 0 : layout.origin(parts - 1) + 1];
    for (int part = 0; part < parts; part++) {
      beaten[layout.origin(part)] = layout.parts().get(part).nulls().contains(chance);
    }
    this.moments = moments;
    this.over = new SlotArray(1, layout.heads());
  }

  @Override
  public boolean applies(PairSums pair, int part) {
    return beaten[part] && pair.queries[part] > 0 && pair.nulls[chance].trials[part] > 0;
  }

  @Override
  public void addCluster(int part, PairSums cluster, int partOfCluster) {
    PairSums.NullSums sums = cluster.nulls[chance];
    for (int head = 0; head < over.heads(); head++) {
      double expected = sums.expected.at(partOfCluster, head);
      double excess = sums.observed.at(partOfCluster, head) - expected;
      boolean isTie = Math.abs(excess) <= TIE * expected;
      over.set(0, head, isTie ? .5 : excess > 0 ? 1 : 0);
    }
    moments.add(part, over, 0, 1);
  }

  public Ratio of(int part, int head) {
    return moments.ratio(part, head);
  }
}
