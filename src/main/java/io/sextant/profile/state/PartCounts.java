package io.sextant.profile.state;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Counts for every part, or for every part and bin, which are equal for all heads. */
public final class PartCounts implements Mergeable<PartCounts> {
  private final int bins;
  private final long[] counts;

  public PartCounts(Layout layout) {
    this(layout, 1);
  }

  public PartCounts(Layout layout, int bins) {
    this.bins = bins;
    this.counts = new long[layout.parts().size() * bins];
  }

  public long at(int part) {
    return at(part, 0);
  }

  public long at(int part, int bin) {
    return counts[part * bins + bin];
  }

  public void add(int part, long more) {
    add(part, 0, more);
  }

  public void add(int part, int bin, long more) {
    counts[part * bins + bin] += more;
  }

  public void clear() {
    Arrays.fill(counts, 0);
  }

  @Override
  public void merge(PartCounts other) {
    StateArrays.add(counts, other.counts);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StateArrays.write(out, counts);
  }

  @Override
  public void read(DataInput in) throws IOException {
    StateArrays.read(in, counts);
  }
}
