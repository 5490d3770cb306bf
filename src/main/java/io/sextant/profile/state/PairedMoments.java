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

  /** A row of [heads] for every field of every part. */
  private final double[][] rows;

  /** A buffer for a y that is equal for all heads. */
  private transient SlotArray common;

  /** Creates moments for every head of the given number of parts. */
  public PairedMoments(int parts, int heads) {
    this.heads = heads;
    this.clusters = new long[parts];
    this.rows = new double[parts * FIELDS][heads];
  }

  /** Creates moments for the slots of a layout. */
  public PairedMoments(Layout layout) {
    this(layout.parts().size(), layout.heads());
  }

  private double[] row(int part, int field) {
    return rows[part * FIELDS + field];
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

  /**
   * Adds a cluster. Every loop is over few arrays, because HotSpot's compiler vectorises only
   * these.
   */
  private void add(int part, SlotArray x, int fromX, SlotArray y, int fromY) {
    double share = 1. / ++clusters[part];
    double[] unitX = x.row(fromX);
    double[] unitY = y.row(fromY);
    double[] meanX = row(part, MEAN_X);
    double[] meanY = row(part, MEAN_Y);
    double[] xy = row(part, XY);
    for (int head = 0; head < xy.length; head++) {
      double deltaX = unitX[head] - meanX[head];
      double deltaY = unitY[head] - meanY[head];
      xy[head] += deltaX * (unitY[head] - (meanY[head] + deltaY * share));
    }
    add(share, unitX, meanX, row(part, XX));
    add(share, unitY, meanY, row(part, YY));
  }

  private static void add(double share, double[] unit, double[] mean, double[] squares) {
    for (int head = 0; head < squares.length; head++) {
      double delta = unit[head] - mean[head];
      mean[head] += delta * share;
      squares[head] += delta * (unit[head] - mean[head]);
    }
  }

  @Override
  public void merge(PairedMoments other) {
    for (int part = 0; part < clusters.length; part++) {
      if (other.clusters[part] > 0) {
        merge(part, other);
      }
    }
  }

  private void merge(int part, PairedMoments other) {
    long n = clusters[part] + other.clusters[part];
    double weight = (double) clusters[part] / n * other.clusters[part];
    double toward = (double) other.clusters[part] / n;
    double[] meanX = row(part, MEAN_X);
    double[] meanY = row(part, MEAN_Y);
    for (int head = 0; head < meanX.length; head++) {
      double deltaX = other.row(part, MEAN_X)[head] - meanX[head];
      double deltaY = other.row(part, MEAN_Y)[head] - meanY[head];
      row(part, XX)[head] += other.row(part, XX)[head] + deltaX * deltaX * weight;
      row(part, XY)[head] += other.row(part, XY)[head] + deltaX * deltaY * weight;
      row(part, YY)[head] += other.row(part, YY)[head] + deltaY * deltaY * weight;
      meanX[head] += deltaX * toward;
      meanY[head] += deltaY * toward;
    }
    clusters[part] = n;
  }

  /** Returns the number of clusters of a part. */
  public long clusters(int part) {
    return clusters[part];
  }

  /** Returns the sum of x divided by the sum of y. */
  public Ratio ratio(int part, int head) {
    return Ratio.of(
        clusters[part],
        row(part, MEAN_X)[head],
        row(part, MEAN_Y)[head],
        row(part, XX)[head],
        row(part, XY)[head],
        row(part, YY)[head]);
  }

  /** Returns the means of x over the clusters, by head. */
  double[] meanX(int part) {
    return row(part, MEAN_X);
  }

  /** Returns the means of y over the clusters, by head. */
  double[] meanY(int part) {
    return row(part, MEAN_Y);
  }

  double[] xx(int part) {
    return row(part, XX);
  }

  double[] xy(int part) {
    return row(part, XY);
  }

  double[] yy(int part) {
    return row(part, YY);
  }

  /** Returns the mean of y over the clusters. */
  public double meanY(int part, int head) {
    return row(part, MEAN_Y)[head];
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StateArrays.write(out, clusters);
    StateArrays.write(out, rows);
  }

  @Override
  public void read(DataInput in) throws IOException {
    StateArrays.read(in, clusters);
    StateArrays.read(in, rows);
  }
}
