package io.sextant.profile.statistic;

import io.sextant.math.Ratio;
import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.PairedMoments;
import io.sextant.profile.state.SlotArray;
import io.sextant.table.RowBuilder;
import io.sextant.table.row.HeadPattern;

/**
 * The lift over one null: over all clusters, the attention to targets, divided by the attention
 * that the null expects; 1 is chance. Targets that the null does not cover are in neither sum. The
 * variance is that over clusters, plus that of the expected attention if the null is estimated.
 */
public final class Lift extends HeadStatistic {
  private final int chance;
  private final String column;
  private final PairedMoments moments;

  /** The uncertainty of what a null expects, by part and head. */
  interface NullError {
    /** The error of a null that is not estimated, which is 0. */
    NullError NONE = (part, head) -> 0;

    /** Returns the variance of the logarithm of the expected attention. */
    double variance(int part, int head);
  }

  /** The number of queries that the null covers, and their attention to content. */
  private final SlotArray queries;

  private final SlotArray content;
  private final NullError error;

  /**
   * Creates lifts of no pairs.
   *
   * @param chance the index of the null in {@link Layout#NULLS}
   * @param column the column of {@code head_patterns} for the lift
   * @param error the error of the null, with {@link OffsetError#DEGREES} degrees of freedom
   */
  Lift(Layout layout, int chance, String column, NullError error) {
    this(
        chance,
        column,
        new PairedMoments(layout),
        new SlotArray(layout),
        new SlotArray(layout),
        error);
  }

  private Lift(
      int chance,
      String column,
      PairedMoments moments,
      SlotArray queries,
      SlotArray content,
      NullError error) {
    super(moments, queries, content);
    this.chance = chance;
    this.column = column;
    this.moments = moments;
    this.queries = queries;
    this.content = content;
    this.error = error;
  }

  @Override
  public boolean applies(PairSums pair, int part) {
    return pair.queries[part] > 0 && pair.nulls[chance].trials[part] > 0;
  }

  @Override
  public void addPair(int part, PairSums pair, int partOfPair) {
    queries.add(part, pair.nulls[chance].queries, partOfPair);
    content.add(part, pair.nulls[chance].content, partOfPair);
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

  /**
   * Returns the expected attention to targets, as a fraction of the attention of the queries that
   * the null covers.
   */
  public double nullShare(int part, int head) {
    return expected(part, head) / queries.at(part, head);
  }

  /**
   * Returns the expected attention to targets, as a fraction of the attention of these queries to
   * content.
   */
  public double nullShareOfContent(int part, int head) {
    return expected(part, head) / content.at(part, head);
  }

  private double expected(int part, int head) {
    return moments.clusters(part) * moments.meanY(part, head);
  }

  @Override
  void fill(int part, int head, RowBuilder<HeadPattern> row) {
    row.set(column, of(part, head).value());
  }
}
