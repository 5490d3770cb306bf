package io.sextant.profile.statistic;

import io.sextant.math.Ratio;
import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.SkewedMoments;
import io.sextant.table.RowBuilder;
import io.sextant.table.row.HeadPattern;

/**
 * The share of norm-weighted attention (Kobayashi et al. 2020): attention weights multiplied by the
 * norms of the transformed vectors of the keys, summed over targets and divided by the same sum
 * over all keys. It is a ratio of sums over clusters, with the interval of {@link Ratio}; NaN if no
 * norms were read.
 */
public final class NormShare extends HeadStatistic {
  private final SkewedMoments moments;

  public NormShare(Layout layout) {
    this(new SkewedMoments(layout));
  }

  private NormShare(SkewedMoments moments) {
    super(moments);
    this.moments = moments;
  }

  @Override
  public void addCluster(int part, PairSums cluster, int partOfCluster) {
    moments.add(part, cluster.normMass, cluster.normTotal, partOfCluster);
  }

  public Ratio of(int part, int head) {
    return moments.ratio(part, head);
  }

  @Override
  void fill(int part, int head, RowBuilder<HeadPattern> row) {
    row.set("norm_share", of(part, head).interval().within(0, 1));
  }
}
