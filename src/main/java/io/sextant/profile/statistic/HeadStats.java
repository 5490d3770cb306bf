package io.sextant.profile.statistic;

import io.sextant.profile.pair.OffsetSums;
import io.sextant.profile.state.Layout;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What is known of all heads after some pairs: a mergeable state. All parts are kept for all pairs;
 * for the other strata, to keep it small, only those that are graded. Merging the states of two
 * sets of clusters gives the state of both together, up to rounding; the empty state changes
 * nothing. Its size depends on the model and the patterns, not on the number of pairs.
 */
public final class HeadStats {
  private final Layout layout;

  /** By stratum; null while no pair has been in it. */
  private final StratumStats[] strata = new StratumStats[Strata.COUNT];

  private final OffsetSums offsets;

  public HeadStats(Layout layout) {
    this.layout = layout;
    this.offsets = new OffsetSums(layout.heads());
  }

  public Layout layout() {
    return layout;
  }

  /** The sums of a stratum, for reading; null if no pair has been in it. */
  public StratumStats stratum(int index) {
    return strata[index];
  }

  public OffsetSums offsets() {
    return offsets;
  }

  /** The sums of a stratum, for adding to. */
  StratumStats open(int index) {
    if (strata[index] == null) {
      strata[index] = new StratumStats(index == Strata.ALL ? layout : layout.labels());
    }
    return strata[index];
  }

  /**
   * Adds another state to this one.
   *
   * @throws IllegalArgumentException if it measures other heads or other patterns
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

  /** Writes the state; {@link #read} gives it back bit for bit. */
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
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if it was written with another layout, or is cut off
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
