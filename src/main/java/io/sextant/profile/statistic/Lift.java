package io.sextant.profile.statistic;

import io.sextant.math.Ratio;
import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.PairedMoments;
import io.sextant.table.RowBuilder;
import io.sextant.table.row.HeadPattern;

/**
 * The lift over one null: over all clusters, the attention to targets over what the null expects
 * for the same queries. 1 is chance. Its variance is that over clusters, and that of what is
 * expected where the null is estimated.
 */
public final class Lift extends HeadStatistic {
  private final int chance;
  private final String column;
  private final PairedMoments moments;
  private final NullError error;

  /** Says how uncertain what a null expects is, by part and head. */
  interface NullError {
    /** Nothing is estimated. */
    NullError NONE = (part, head) -> 0;

    /** The variance of the logarithm of what is expected. */
    double variance(int part, int head);
  }

  /**
   * Lifts of no pairs.
   *
   * @param chance the null, by its index in {@link Layout#NULLS}
   * @param column of {@code head_patterns}
   * @param error of the null, with {@link OffsetError#DEGREES} degrees of freedom
   */
  Lift(Layout layout, int chance, String column, NullError error) {
    this(chance, column, new PairedMoments(layout), error);
  }

  private Lift(int chance, String column, PairedMoments moments, NullError error) {
    super(moments);
    this.chance = chance;
    this.column = column;
    this.moments = moments;
    this.error = error;
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
    Ratio lift = moments.ratio(part, head);
    double squared = lift.value() * lift.value();
    return lift.plus(squared * error.variance(part, head), OffsetError.DEGREES);
  }

  @Override
  void fill(int part, int head, RowBuilder<HeadPattern> row) {
    row.set(column, of(part, head).value());
  }
}
