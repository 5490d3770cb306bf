package io.sextant.profile.state;

import io.sextant.math.Ratio;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Moments up to the third of two sums x and y over clusters, for many slots, from which a ratio of
 * sums with an interval corrected for skewness is computed. Small shares are skewed, because a few
 * clusters have most of the attention.
 */
public final class SkewedMoments implements Mergeable<SkewedMoments> {
  private final PairedMoments seconds;
  private final ThirdMoments thirds;

  /** Creates moments for every head of the given number of parts. */
  public SkewedMoments(int parts, int heads) {
    seconds = new PairedMoments(parts, heads);
    thirds = new ThirdMoments(parts, heads, seconds);
  }

  /** Creates moments for the slots of a layout. */
  public SkewedMoments(Layout layout) {
    this(layout.parts().size(), layout.heads());
  }

  /** Adds the sums of one cluster for all heads of a part; see {@link PairedMoments#add}. */
  public void add(int part, SlotArray x, SlotArray y, int from) {
    thirds.add(part, x, y, from);
    seconds.add(part, x, y, from);
  }

  /** Returns the number of clusters of a part. */
  public long clusters(int part) {
    return seconds.clusters(part);
  }

  /** Returns the mean of y over the clusters. */
  public double meanY(int part, int head) {
    return seconds.meanY(part, head);
  }

  /** Returns the sum of x divided by the sum of y. */
  public Ratio ratio(int part, int head) {
    Ratio ratio = seconds.ratio(part, head);
    double sumY = clusters(part) * meanY(part, head);
    return ratio.skewed(thirds.cubes(part, head, ratio.value()) / (sumY * sumY * sumY));
  }

  @Override
  public void merge(SkewedMoments other) {
    thirds.merge(other.thirds);
    seconds.merge(other.seconds);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    seconds.write(out);
    thirds.write(out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    seconds.read(in);
    thirds.read(in);
  }
}
