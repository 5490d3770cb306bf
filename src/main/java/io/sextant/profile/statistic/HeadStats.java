package io.sextant.profile.statistic;

import io.sextant.profile.pair.OffsetSums;
import io.sextant.profile.state.Layout;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The mergeable statistics of all heads over a set of pairs. The stratum of all pairs has every
 * part; to limit the size, other strata have label parts only. Merging the states of two sets of
 * clusters gives the state of their union, up to rounding; merging an empty state has no effect.
 * The size depends on the model and the patterns, not on the number of pairs.
 */
public final class HeadStats {
  private final Layout layout;

  /** The statistics, indexed by stratum; null for a stratum without pairs. */
  private final StratumStats[] strata = new StratumStats[Strata.COUNT];

  private final OffsetSums offsets;

  public HeadStats(Layout layout) {
    this.layout = layout;
    this.offsets = new OffsetSums(layout);
  }

  public Layout layout() {
    return layout;
  }

  /** Returns the statistics of a stratum; null if it has no pairs. */
  public StratumStats stratum(int index) {
    return strata[index];
  }

  public OffsetSums offsets() {
    return offsets;
  }

  /** Returns the statistics of a stratum, which are created if necessary. */
  StratumStats open(int index) {
    if (strata[index] == null) {
      strata[index] = new StratumStats(index == Strata.ALL ? layout : layout.labels());
    }
    return strata[index];
  }

  /**
   * Merges another state into this one.
   *
   * @throws IllegalArgumentException if it has other heads or other patterns
   */
  public void merge(HeadStats other) {
    if (!layout.signature().equals(other.layout.signature())) {
      throw new IllegalArgumentException(
          "cannot merge " + other.layout.signature() + " into " + layout.signature());
    }
    for (int i = 0; i < strata.length; i++) {
      if (other.strata[i] != null) {
        open(i).merge(other.strata[i]);
      }
    }
    offsets.add(other.offsets);
  }

  /** Writes the state. {@link #read} restores it bit for bit. */
  public void write(DataOutput out) throws IOException {
    out.writeUTF(layout.signature());
    for (StratumStats stratum : strata) {
      out.writeBoolean(stratum != null);
      if (stratum != null) {
        stratum.write(out);
      }
    }
    offsets.write(out);
  }

  /**
   * Reads a state that {@link #write} wrote.
   *
   * @throws IOException if it was written with another layout, or is truncated
   */
  public static HeadStats read(DataInput in, Layout layout) throws IOException {
    String signature = in.readUTF();
    if (!signature.equals(layout.signature())) {
      throw new IOException("state of " + signature + ", not of " + layout.signature());
    }
    HeadStats stats = new HeadStats(layout);
    for (int i = 0; i < stats.strata.length; i++) {
      if (in.readBoolean()) {
        stats.open(i).read(in);
      }
    }
    stats.offsets.read(in);
    return stats;
  }
}
