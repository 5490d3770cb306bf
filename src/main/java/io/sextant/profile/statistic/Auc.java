package io.sextant.profile.statistic;

import io.sextant.math.Ratio;
import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.PairedMoments;
import io.sextant.table.RowBuilder;
import io.sextant.table.row.HeadPattern;

/**
 * The area under the ROC curve of the attention weights as a classifier of targets: the fraction of
 * a target's matched controls that have a smaller weight than the target, averaged over all targets
 * that have a control. Ties count one half, and .5 is chance. The AUC is a ratio of sums over
 * clusters, with the interval of {@link Ratio}.
 */
public final class Auc extends HeadStatistic {
  private final int chance;
  private final PairedMoments moments;

  /**
   * Creates an AUC of no pairs.
   *
   * @param chance the index of the null {@code matched} in {@link Layout#NULLS}
   */
  public Auc(Layout layout, int chance) {
    this(chance, new PairedMoments(layout));
  }

  private Auc(int chance, PairedMoments moments) {
    super(moments);
    this.chance = chance;
    this.moments = moments;
  }

  @Override
  public boolean applies(PairSums pair, int part) {
    return pair.queries[part] > 0 && pair.nulls[chance].trials[part] > 0;
  }

  @Override
  public void addCluster(int part, PairSums cluster, int partOfCluster) {
    PairSums.NullSums sums = cluster.nulls[chance];
    moments.add(part, sums.wins, sums.compared, partOfCluster);
  }

  public Ratio of(int part, int head) {
    return moments.ratio(part, head);
  }

  @Override
  void fill(int part, int head, RowBuilder<HeadPattern> row) {
    row.set("auc", of(part, head).interval().within(0, 1));
  }
}
