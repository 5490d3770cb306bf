package io.sextant.profile.state;

import io.sextant.math.Ratio;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/**
 * Means and centred second moments of two sums x and y over clusters, for many slots, from which a
 * ratio of sums and its variance are computed. They are updated in one pass and can be merged
 * (Chan, Golub and LeVeque 1983).
 */
public final class PairedMoments implements Mergeable<PairedMoments>, Serializable {
  private static final long serialVersionUID = 1L;

  private static final int MEAN_X = 0;
  private static final int MEAN_Y = 1;
  private static final int XX = 2;
  private static final int XY = 3;
  private static final int YY = 4;
  private static final int FIELDS = 5;

  private final int heads;
  private final long[] clusters;
  private final double[] fields;

  /** A buffer for a y that is equal for all heads. */
  private transient SlotArray common;

  /** Creates moments for every head of the given number of parts. */
  public PairedMoments(int parts, int heads) {
    this.heads = heads;
    this.clusters = new long[parts];
    this.fields = new double[parts * FIELDS * heads];
  }

  /** Creates moments for the slots of a layout. */
  public PairedMoments(Layout layout) {
    this(layout.parts().size(), layout.heads());
  }

  /** Returns the index of a field of a part's first head. */
  private int at(int part, int field) {
    return (part * FIELDS + field) * heads;
  }

  /**
   * Adds the sums of one cluster for all heads of a part, which are in the row {@code from} of x
   * and y.
   */
  public void add(int part, SlotArray x, SlotArray y, int from) {
    add(part, x, from, y, from);
  }

  /** Adds the sums of one cluster; y is equal for all heads. */
  public void add(int part, SlotArray x, int from, double y) {
    if (common == null) {
      common = new SlotArray(1, heads);
    }
    common.fill(0, y);
    add(part, x, from, common, 0);
  }

  private void add(int part, SlotArray x, int fromX, SlotArray y, int fromY) {
    double share = 1. / ++clusters[part];
    int meanX = at(part, MEAN_X);
    int meanY = at(part, MEAN_Y);
    int xx = at(part, XX);
    int xy = at(part, XY);
    int yy = at(part, YY);
    for (int head = 0; head < heads; head++) {
      double unitX = x.at(fromX, head);
      double unitY = y.at(fromY, head);
      double deltaX = unitX - fields[meanX + head];
      double deltaY = unitY - fields[meanY + head];
      fields[meanX + head] += deltaX * share;
      fields[meanY + head] += deltaY * share;
      double afterX = unitX - fields[meanX + head];
      double afterY = unitY - fields[meanY + head];
      fields[xx + head] += deltaX * afterX;
      fields[xy + head] += deltaX * afterY;
      fields[yy + head] += deltaY * afterY;
    }
  }

  @Override
  public void merge(PairedMoments other) {
    for (int part = 0; part < clusters.length; part++) {
      long n = clusters[part] + other.clusters[part];
      if (other.clusters[part] > 0) {
        double weight = (double) clusters[part] / n * other.clusters[part];
        double toward = (double) other.clusters[part] / n;
        for (int head = 0; head < heads; head++) {
          mergeSlot(part, head, other.fields, weight, toward);
        }
        clusters[part] = n;
      }
    }
  }

  private void mergeSlot(int part, int head, double[] of, double weight, double toward) {
    int meanX = at(part, MEAN_X) + head;
    int meanY = at(part, MEAN_Y) + head;
    int xx = at(part, XX) + head;
    int xy = at(part, XY) + head;
    int yy = at(part, YY) + head;
    double deltaX = of[meanX] - fields[meanX];
    double deltaY = of[meanY] - fields[meanY];
    fields[xx] += of[xx] + deltaX * deltaX * weight;
    fields[xy] += of[xy] + deltaX * deltaY * weight;
    fields[yy] += of[yy] + deltaY * deltaY * weight;
    fields[meanX] += deltaX * toward;
    fields[meanY] += deltaY * toward;
  }

  /** Returns the number of clusters of a part. */
  public long clusters(int part) {
    return clusters[part];
  }

  /** Returns the sum of x divided by the sum of y. */
  public Ratio ratio(int part, int head) {
    return Ratio.of(
        clusters[part],
        fields[at(part, MEAN_X) + head],
        fields[at(part, MEAN_Y) + head],
        fields[at(part, XX) + head],
        fields[at(part, XY) + head],
        fields[at(part, YY) + head]);
  }

  /** Returns the mean of x over the clusters. */
  double meanX(int part, int head) {
    return fields[at(part, MEAN_X) + head];
  }

  double xx(int part, int head) {
    return fields[at(part, XX) + head];
  }

  double xy(int part, int head) {
    return fields[at(part, XY) + head];
  }

  double yy(int part, int head) {
    return fields[at(part, YY) + head];
  }

  /** Returns the mean of y over the clusters. */
  public double meanY(int part, int head) {
    return fields[at(part, MEAN_Y) + head];
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StateArrays.write(out, clusters);
    StateArrays.write(out, fields);
  }

  @Override
  public void read(DataInput in) throws IOException {
    StateArrays.read(in, clusters);
    StateArrays.read(in, fields);
  }
}
