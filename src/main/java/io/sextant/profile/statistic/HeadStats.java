package io.sextant.profile.statistic;

import io.sextant.profile.pair.OffsetSums;
import io.sextant.profile.state.Layout;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * The mergeable statistics of all heads over a set of pairs. The stratum of all pairs has every
 * part; to limit the size, other strata have label parts only. Merging the states of two sets of
 * clusters gives the state of their union, up to rounding; merging an empty state has no effect.
 * The size depends on the model and the patterns, not on the number of pairs.
 */
public final class HeadStats {
  private final Layout layout;

  private final List<String> classes;

  /** The statistics, indexed by stratum; null for a stratum without pairs. */
  private final StratumStats[] strata;

  private final OffsetSums offsets;

  /** Creates the state of no pairs, without strata by predicted class. */
  public HeadStats(Layout layout) {
    this(layout, List.of());
  }

  /**
   * Creates the state of no pairs.
   *
   * @param classes the labels of the classes that have a stratum each
   */
  public HeadStats(Layout layout, List<String> classes) {
    this.layout = layout;
    this.classes = List.copyOf(classes);
    this.strata = new StratumStats[Strata.predicted(classes.size())];
    this.offsets = new OffsetSums(layout);
  }

  public Layout layout() {
    return layout;
  }

  /** Returns the labels of the classes that have a stratum each. */
  public List<String> classes() {
    return classes;
  }

  /** Returns the number of strata, whether they have pairs or not. */
  int strata() {
    return strata.length;
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
    if (!signature().equals(other.signature())) {
      throw new IllegalArgumentException(
          "cannot merge " + other.signature() + " into " + signature());
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
    out.writeUTF(signature());
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
   * @param like a state with the same layout and classes
   * @throws IOException if it was written with others, or is truncated
   */
  public static HeadStats read(DataInput in, HeadStats like) throws IOException {
    String signature = in.readUTF();
    if (!signature.equals(like.signature())) {
      throw new IOException("state of " + signature + ", not of " + like.signature());
    }
    HeadStats stats = new HeadStats(like.layout, like.classes);
    for (int i = 0; i < stats.strata.length; i++) {
      if (in.readBoolean()) {
        stats.open(i).read(in);
      }
    }
    stats.offsets.read(in);
    return stats;
  }

  private String signature() {
    return classes.isEmpty() ? layout.signature() : layout.signature() + " by " + classes;
  }
}
