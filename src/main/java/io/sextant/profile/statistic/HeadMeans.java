package io.sextant.profile.statistic;

import io.sextant.math.Ratio;
import io.sextant.profile.pair.Description;
import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.Mergeable;
import io.sextant.profile.state.PairedMoments;
import io.sextant.table.RowBuilder;
import io.sextant.table.row.HeadProfile;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The mean of every {@link Description} over the content tokens, or over the pairs, of a stratum.
 * The means are ratios of sums over clusters, with the interval of {@link Ratio}.
 */
public final class HeadMeans implements Mergeable<HeadMeans> {
  /** The moments, with descriptions in place of parts. */
  private final PairedMoments moments;

  /** The number of content tokens. */
  private long queries;

  HeadMeans(Layout layout) {
    moments = new PairedMoments(Description.values().length, layout.heads());
  }

  /** Adds the sums of one pair, or of all pairs of a group. */
  void addCluster(PairSums cluster) {
    queries += cluster.contentQueries;
    for (Description description : Description.values()) {
      int row = description.ordinal();
      int count = description.isPerQuery() ? cluster.contentQueries : cluster.pairs;
      moments.add(row, cluster.descriptions, row, count);
    }
  }

  public Ratio of(Description description, int head) {
    return moments.ratio(description.ordinal(), head);
  }

  /** Sets the columns of all descriptions in a row of {@code head_profile}. */
  public void fill(int head, RowBuilder<HeadProfile> row) {
    row.set("n_clusters", moments.clusters(0));
    row.set("n_queries", queries);
    for (Description description : Description.values()) {
      row.set(
          description.column(),
          of(description, head).interval().within(0, Double.POSITIVE_INFINITY));
    }
  }

  @Override
  public void merge(HeadMeans other) {
    queries += other.queries;
    moments.merge(other.moments);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeLong(queries);
    moments.write(out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    queries = in.readLong();
    moments.read(in);
  }
}
