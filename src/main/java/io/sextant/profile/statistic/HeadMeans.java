package io.sextant.profile.statistic;

import io.sextant.profile.pair.Description;
import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.Mergeable;
import io.sextant.profile.state.SlotArray;
import io.sextant.table.RowBuilder;
import io.sextant.table.row.HeadProfile;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The means of every {@link Description} over the pairs of a stratum, patterns aside. */
public final class HeadMeans implements Mergeable<HeadMeans> {
  /** By description, as if it were a part. */
  private final SlotArray sums;

  private long pairs;
  private long clusters;

  /** Content tokens of those pairs. */
  private long queries;

  HeadMeans(Layout layout) {
    sums = new SlotArray(Description.values().length, layout.heads());
  }

  void add(PairSums pair) {
    pairs++;
    queries += pair.contentQueries;
    sums.merge(pair.descriptions);
  }

  /** Counts a cluster, whose pairs are added one by one. */
  void countCluster() {
    clusters++;
  }

  public double of(Description description, int head) {
    double count = description.isPerQuery() ? queries : pairs;
    return sums.at(description.ordinal(), head) / count;
  }

  /** Sets the columns of all descriptions in a head's row of {@code head_profile}. */
  public void fill(int head, RowBuilder<HeadProfile> row) {
    row.set("n_clusters", clusters);
    row.set("n_queries", queries);
    for (Description description : Description.values()) {
      row.set(description.column(), of(description, head));
    }
  }

  @Override
  public void merge(HeadMeans other) {
    pairs += other.pairs;
    clusters += other.clusters;
    queries += other.queries;
    sums.merge(other.sums);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeLong(pairs);
    out.writeLong(clusters);
    out.writeLong(queries);
    sums.write(out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    pairs = in.readLong();
    clusters = in.readLong();
    queries = in.readLong();
    sums.read(in);
  }
}
