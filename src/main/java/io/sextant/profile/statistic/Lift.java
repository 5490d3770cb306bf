package io.sextant.profile.statistic;

import io.sextant.math.Ratio;
import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.PairedMoments;
import io.sextant.table.RowBuilder;
import io.sextant.table.row.HeadPattern;

/**
 * The lift over one null: over all clusters, the attention to targets over what the null expects
 * for the same queries. 1 is chance.
 */
public final class Lift extends HeadStatistic {
  private final int chance;
  private final String column;
  private final PairedMoments moments;

  /**
   * Lifts of no pairs.
   *
   * @param chance the null, by its index in {@link Layout#NULLS}
   * @param column of {@code head_patterns}
   */
  public Lift(Layout layout, int chance, String column) {
    this(chance, column, new PairedMoments(layout));
  }

  private Lift(int chance, String column, PairedMoments moments) {
    super(moments);
    this.chance = chance;
    this.column = column;
    this.moments = moments;
  }

  @Override
  public boolean applies(PairSums pair, int part) {
    return pair.queries[part] > 0 && pair.nulls[chance].trials[part] > 0;
  }

  @Override
  public void addCluster(int part, PairSums cluster, int partOfCluster) {
    PairSums.NullSums sums = cluster.nulls[chance];
    moments.add(part, sums.observed, sums.expected, partOfCluster);
  }

  public Ratio of(int part, int head) {
    return moments.ratio(part, head);
  }

  @Override
  void fill(int part, int head, RowBuilder<HeadPattern> row) {
    row.set(column, of(part, head).value());
  }
}
