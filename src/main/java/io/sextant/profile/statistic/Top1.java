package io.sextant.profile.statistic;

import io.sextant.math.Ratio;
import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.PairedMoments;
import io.sextant.table.RowBuilder;
import io.sextant.table.row.HeadPattern;

/**
 * The fraction of queries whose content key with the greatest weight is a target, of the eligible
 * queries that have a content token among their targets. It is a ratio of sums over clusters, with
 * the interval of {@link Ratio}.
 */
public final class Top1 extends HeadStatistic {
  /** The rounding error that the quotient of two means of counts may have. */
  private static final double ROUNDING = 1e-9;

  private final PairedMoments moments;

  public Top1(Layout layout) {
    this(new PairedMoments(layout));
  }

  private Top1(PairedMoments moments) {
    super(moments);
    this.moments = moments;
  }

  @Override
  public boolean applies(PairSums pair, int part) {
    return pair.top1Queries[part] > 0;
  }

  @Override
  public void addCluster(int part, PairSums cluster, int partOfCluster) {
    moments.add(part, cluster.top1, partOfCluster, cluster.top1Queries[partOfCluster]);
  }

  public Ratio of(int part, int head) {
    return moments.ratio(part, head);
  }

  /**
   * Returns whether at least the given fraction of the queries has a target as its strongest key.
   */
  public boolean reaches(int part, int head, double cut) {
    return of(part, head).value() >= cut - ROUNDING;
  }

  @Override
  void fill(int part, int head, RowBuilder<HeadPattern> row) {
    row.set("top1", of(part, head).interval().within(0, 1));
  }
}
