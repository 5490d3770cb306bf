package io.sextant.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Counts for every part, the same for all heads; one a part, or one for each of some bins. */
final class PartCounts implements Mergeable<PartCounts> {
  private final int bins;
  private final long[] counts;

  PartCounts(Layout layout) {
    this(layout, 1);
  }

  PartCounts(Layout layout, int bins) {
    this.bins = bins;
    this.counts = new long[layout.parts().size() * bins];
  }

  long at(int part) {
    return at(part, 0);
  }

  long at(int part, int bin) {
    return counts[part * bins + bin];
  }

  void add(int part, long more) {
    add(part, 0, more);
  }

  void add(int part, int bin, long more) {
    counts[part * bins + bin] += more;
  }

  void clear() {
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
