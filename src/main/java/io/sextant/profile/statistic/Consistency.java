package io.sextant.profile.statistic;

import io.sextant.math.Ratio;
import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.PairedMoments;
import io.sextant.profile.state.SlotArray;

/**
 * The fraction of the clusters whose targets get more attention than one null expects; ties count
 * one half. Clusters that the null does not cover, or of which a head sees no target, are excluded.
 * It is a mean over clusters, with the interval of {@link Ratio}. The column {@code consistency}
 * has the value for the strictest null; see {@code Judgement}.
 */
public final class Consistency extends HeadStatistic {
  /** The relative difference up to which sums of single-precision weights are considered equal. */
  private static final double TIE = 1e-6;

  private final int chance;

  /** Whether a head must beat the null to exhibit the part; indexed by the parts of a pair. */
  private final boolean[] beaten;

  private final PairedMoments moments;

  /**
   * For each head, 1 if the current cluster is over its null, .5 if they are equal, 0 otherwise.
   */
  private final SlotArray over;

  /** For each head, 1 if the current cluster counts, 0 if the head sees no target of it. */
  private final SlotArray counted;

  /** For each head, whether there may be keys that it does not see. */
  private final boolean[] local;

  /**
   * Creates a consistency of no clusters.
   *
   * @param chance the index of the null in {@link Layout#NULLS}
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
    this.counted = new SlotArray(1, layout.heads());
    this.local = new boolean[layout.heads()];
    for (int head = 0; head < local.length; head++) {
      local[head] = layout.windows().get(layout.grid().layer(head)).isLocal();
    }
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
      double observed = sums.observed.at(partOfCluster, head);
      boolean seesNone = local[head] && expected == 0 && observed == 0;
      boolean isTie = Math.abs(observed - expected) <= TIE * expected;
      counted.set(0, head, seesNone ? 0 : 1);
      over.set(0, head, seesNone ? 0 : isTie ? .5 : observed > expected ? 1 : 0);
    }
    moments.add(part, over, counted, 0);
  }

  public Ratio of(int part, int head) {
    return moments.ratio(part, head);
  }
}
