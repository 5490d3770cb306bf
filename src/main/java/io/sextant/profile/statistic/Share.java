package io.sextant.profile.statistic;

import io.sextant.math.Ratio;
import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.PartCounts;
import io.sextant.profile.state.SkewedMoments;
import io.sextant.table.RowBuilder;
import io.sextant.table.row.HeadPattern;

/**
 * The share of attention: over all clusters, the attention of eligible queries to their targets,
 * divided by the number of these queries. It is a ratio of sums, with the interval of {@link
 * Ratio}.
 */
public final class Share extends HeadStatistic {
  private final SkewedMoments moments;
  private final PartCounts queries;

  public Share(Layout layout) {
    this(new SkewedMoments(layout), new PartCounts(layout));
  }

  private Share(SkewedMoments moments, PartCounts queries) {
    super(moments, queries);
    this.moments = moments;
    this.queries = queries;
  }

  @Override
  public void addPair(int part, PairSums pair, int partOfPair) {
    queries.add(part, pair.queries[partOfPair]);
  }

  @Override
  public void addCluster(int part, PairSums cluster, int partOfCluster) {
    moments.add(part, cluster.mass, cluster.queriesBySlot, partOfCluster);
  }

  /** Returns the number of clusters that have an eligible query. */
  public long clusters(int part) {
    return moments.clusters(part);
  }

  /** Returns the number of eligible queries. */
  public long queries(int part) {
    return queries.at(part);
  }

  /** Returns the mean number of eligible queries per cluster. */
  double meanQueries(int part, int head) {
    return moments.meanY(part, head);
  }

  public Ratio of(int part, int head) {
    return moments.ratio(part, head);
  }

  @Override
  void fill(int part, int head, RowBuilder<HeadPattern> row) {
    row.set("n_clusters", clusters(part));
    row.set("n_queries", queries(part));
    row.set("share", of(part, head).interval().within(0, 1));
  }
}
