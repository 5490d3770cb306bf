package io.sextant.profile.statistic;

import io.sextant.math.Ratio;
import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.PartCounts;
import io.sextant.profile.state.SkewedMoments;
import io.sextant.table.RowBuilder;
import io.sextant.table.row.HeadPattern;

/**
 * The share of the attention to content: over all clusters, the attention of eligible queries to
 * their targets, divided by their attention to content tokens, which excludes [CLS] and [SEP]. It
 * is not measured if a head gives content less than {@link #LEAST_COVERAGE} of its attention,
 * because the ratio is then unreliable. It is not measured either for parts that have delimiters
 * among their targets, because the attention to these is not part of the denominator.
 */
public final class ContentShare extends HeadStatistic {
  public static final String COLUMN = "share_content";
  public static final double LEAST_COVERAGE = 0.05;

  private final SkewedMoments moments;
  private final PartCounts delimiterTargets;
  private final Share share;

  /**
   * Creates content shares of no pairs.
   *
   * @param share the statistic {@code share} of the same pairs
   */
  public ContentShare(Layout layout, Share share) {
    this(new SkewedMoments(layout), new PartCounts(layout), share);
  }

  private ContentShare(SkewedMoments moments, PartCounts delimiterTargets, Share share) {
    super(moments, delimiterTargets);
    this.moments = moments;
    this.delimiterTargets = delimiterTargets;
    this.share = share;
  }

  @Override
  public void addPair(int part, PairSums pair, int partOfPair) {
    delimiterTargets.add(part, pair.delimiterTargets[partOfPair]);
  }

  @Override
  public void addCluster(int part, PairSums cluster, int partOfCluster) {
    moments.add(part, cluster.mass, cluster.content, partOfCluster);
  }

  /** Returns the mean attention of an eligible query to content tokens. */
  public double coverage(int part, int head) {
    return moments.meanY(part, head) / share.meanQueries(part, head);
  }

  public Ratio of(int part, int head) {
    return delimiterTargets.at(part) > 0 || coverage(part, head) < LEAST_COVERAGE
        ? new Ratio(moments.clusters(part), Double.NaN, Double.NaN)
        : moments.ratio(part, head);
  }

  @Override
  void fill(int part, int head, RowBuilder<HeadPattern> row) {
    row.set(COLUMN, of(part, head).interval().within(0, 1));
    row.set("coverage", coverage(part, head));
  }
}
