package io.sextant.profile.state;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Centred third moments of two sums x and y over clusters, for many slots. The first and second
 * moments are those of a {@link PairedMoments} over the same clusters. The third moments are
 * updated in one pass and can be merged (Pebay 2008, section 3).
 */
final class ThirdMoments implements Mergeable<ThirdMoments> {
  private static final int XXX = 0;
  private static final int XXY = 1;
  private static final int XYY = 2;
  private static final int YYY = 3;
  private static final int FIELDS = 4;

  private final PairedMoments seconds;

  /** A row of [heads] for every field of every part. */
  private final double[][] rows;

  /** For each head, how far the current cluster is from the means. */
  private final double[] deltasX;

  private final double[] deltasY;

  /** For each head, what the deltas of x and y contribute together. */
  private final double[] mixed;

  /**
   * Creates third moments that use the first and second moments {@code seconds}. Each cluster must
   * be added to this object before it is added to {@code seconds}.
   */
  ThirdMoments(int parts, int heads, PairedMoments seconds) {
    this.seconds = seconds;
    this.rows = new double[parts * FIELDS][heads];
    this.deltasX = new double[heads];
    this.deltasY = new double[heads];
    this.mixed = new double[heads];
  }

  private double[] row(int part, int field) {
    return rows[part * FIELDS + field];
  }

  /**
   * Adds the sums of one cluster for all heads of a part. This method must be called before {@link
   * PairedMoments#add}. Every loop is over few arrays, because HotSpot's compiler vectorises only
   * these.
   */
  void add(int part, SlotArray x, SlotArray y, int from) {
    double n = seconds.clusters(part) + 1;
    double share = 1 / n;
    double weight = (n - 1) * (n - 2) / (n * n);
    subtract(x.row(from), seconds.meanX(part), deltasX);
    subtract(y.row(from), seconds.meanY(part), deltasY);
    double[] xy = seconds.xy(part);
    for (int head = 0; head < mixed.length; head++) {
      mixed[head] = weight * deltasX[head] * deltasY[head] - 2 * share * xy[head];
    }
    addCubes(deltasX, weight, share, seconds.xx(part), row(part, XXX));
    addMixed(deltasX, deltasY, share, seconds.xx(part), row(part, XXY));
    addMixed(deltasY, deltasX, share, seconds.yy(part), row(part, XYY));
    addCubes(deltasY, weight, share, seconds.yy(part), row(part, YYY));
  }

  private static void subtract(double[] units, double[] means, double[] deltas) {
    for (int head = 0; head < deltas.length; head++) {
      deltas[head] = units[head] - means[head];
    }
  }

  private static void addCubes(
      double[] deltas, double weight, double share, double[] squares, double[] to) {
    for (int head = 0; head < to.length; head++) {
      double delta = deltas[head];
      to[head] += delta * (weight * delta * delta - 3 * (share * squares[head]));
    }
  }

  /** Adds the moment that has a sum twice and the other sum once. */
  private void addMixed(
      double[] twice, double[] once, double share, double[] squares, double[] to) {
    double[] products = mixed;
    for (int head = 0; head < to.length; head++) {
      to[head] += twice[head] * products[head] - once[head] * (share * squares[head]);
    }
  }

  /**
   * Adds the clusters of another state. This method must be called before {@link
   * PairedMoments#merge}.
   */
  @Override
  public void merge(ThirdMoments other) {
    StateArrays.add(rows, other.rows);
    for (int part = 0; part < rows.length / FIELDS; part++) {
      double a = seconds.clusters(part);
      double b = other.seconds.clusters(part);
      double n = a + b;
      for (int head = 0; b > 0 && head < row(part, XXX).length; head++) {
        double deltaX = other.seconds.meanX(part)[head] - seconds.meanX(part)[head];
        double deltaY = other.seconds.meanY(part)[head] - seconds.meanY(part)[head];
        move(part, head, deltaX, deltaY, a * b * (a - b) / (n * n), -b / n);
        other.shift(part, head, deltaX, deltaY, a / n, this);
      }
    }
  }

  /**
   * Adds the cubes of the deltas multiplied by a weight, and three times the products of second
   * moments and deltas.
   */
  private void move(
      int part, int head, double deltaX, double deltaY, double weight, double toward) {
    row(part, XXX)[head] += weight * deltaX * deltaX * deltaX;
    row(part, XXY)[head] += weight * deltaX * deltaX * deltaY;
    row(part, XYY)[head] += weight * deltaX * deltaY * deltaY;
    row(part, YYY)[head] += weight * deltaY * deltaY * deltaY;
    shift(part, head, deltaX, deltaY, toward, this);
  }

  /**
   * Adds to third moments the terms by which the second moments of this state contribute when the
   * means move.
   */
  private void shift(
      int part, int head, double deltaX, double deltaY, double toward, ThirdMoments to) {
    double xx = seconds.xx(part)[head];
    double xy = seconds.xy(part)[head];
    double yy = seconds.yy(part)[head];
    to.row(part, XXX)[head] += toward * 3 * deltaX * xx;
    to.row(part, XXY)[head] += toward * (2 * deltaX * xy + deltaY * xx);
    to.row(part, XYY)[head] += toward * (2 * deltaY * xy + deltaX * yy);
    to.row(part, YYY)[head] += toward * 3 * deltaY * yy;
  }

  /** Returns the sum over the clusters of (x - R y)^3, with x and y centred. */
  double cubes(int part, int head, double ratio) {
    return row(part, XXX)[head]
        - 3 * ratio * row(part, XXY)[head]
        + 3 * ratio * ratio * row(part, XYY)[head]
        - ratio * ratio * ratio * row(part, YYY)[head];
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StateArrays.write(out, rows);
  }

  @Override
  public void read(DataInput in) throws IOException {
    StateArrays.read(in, rows);
  }
}
