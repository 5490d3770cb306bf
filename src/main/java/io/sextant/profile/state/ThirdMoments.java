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

  private final int heads;
  private final PairedMoments seconds;
  private final double[] fields;

  /**
   * Creates third moments that use the first and second moments {@code seconds}. Each cluster must
   * be added to this object before it is added to {@code seconds}.
   */
  ThirdMoments(int parts, int heads, PairedMoments seconds) {
    this.heads = heads;
    this.seconds = seconds;
    this.fields = new double[parts * FIELDS * heads];
  }

  private int at(int part, int field) {
    return (part * FIELDS + field) * heads;
  }

  /**
   * Adds the sums of one cluster for all heads of a part. This method must be called before {@link
   * PairedMoments#add}.
   */
  void add(int part, SlotArray x, SlotArray y, int from) {
    double n = seconds.clusters(part) + 1;
    double share = 1 / n;
    double weight = (n - 1) * (n - 2) / (n * n);
    int xxx = at(part, XXX);
    int xxy = at(part, XXY);
    int xyy = at(part, XYY);
    int yyy = at(part, YYY);
    for (int head = 0; head < heads; head++) {
      double deltaX = x.at(from, head) - seconds.meanX(part, head);
      double deltaY = y.at(from, head) - seconds.meanY(part, head);
      double xx = share * seconds.xx(part, head);
      double yy = share * seconds.yy(part, head);
      double xy = weight * deltaX * deltaY - 2 * share * seconds.xy(part, head);
      fields[xxx + head] += deltaX * (weight * deltaX * deltaX - 3 * xx);
      fields[xxy + head] += deltaX * xy - deltaY * xx;
      fields[xyy + head] += deltaY * xy - deltaX * yy;
      fields[yyy + head] += deltaY * (weight * deltaY * deltaY - 3 * yy);
    }
  }

  /**
   * Adds the clusters of another state. This method must be called before {@link
   * PairedMoments#merge}.
   */
  @Override
  public void merge(ThirdMoments other) {
    StateArrays.add(fields, other.fields);
    for (int part = 0; part < fields.length / FIELDS / heads; part++) {
      double a = seconds.clusters(part);
      double b = other.seconds.clusters(part);
      double n = a + b;
      for (int head = 0; b > 0 && head < heads; head++) {
        double deltaX = other.seconds.meanX(part, head) - seconds.meanX(part, head);
        double deltaY = other.seconds.meanY(part, head) - seconds.meanY(part, head);
        move(part, head, deltaX, deltaY, a * b * (a - b) / (n * n), -b / n);
        other.shift(part, head, deltaX, deltaY, a / n, fields);
      }
    }
  }

  /**
   * Adds the cubes of the deltas multiplied by a weight, and three times the products of second
   * moments and deltas.
   */
  private void move(
      int part, int head, double deltaX, double deltaY, double weight, double toward) {
    fields[at(part, XXX) + head] += weight * deltaX * deltaX * deltaX;
    fields[at(part, XXY) + head] += weight * deltaX * deltaX * deltaY;
    fields[at(part, XYY) + head] += weight * deltaX * deltaY * deltaY;
    fields[at(part, YYY) + head] += weight * deltaY * deltaY * deltaY;
    shift(part, head, deltaX, deltaY, toward, fields);
  }

  /**
   * Adds to the third moments the terms by which the second moments of this state contribute when
   * the means move.
   */
  private void shift(int part, int head, double deltaX, double deltaY, double toward, double[] to) {
    double xx = seconds.xx(part, head);
    double xy = seconds.xy(part, head);
    double yy = seconds.yy(part, head);
    to[at(part, XXX) + head] += toward * 3 * deltaX * xx;
    to[at(part, XXY) + head] += toward * (2 * deltaX * xy + deltaY * xx);
    to[at(part, XYY) + head] += toward * (2 * deltaY * xy + deltaX * yy);
    to[at(part, YYY) + head] += toward * 3 * deltaY * yy;
  }

  /** Returns the sum over the clusters of (x - R y)^3, with x and y centred. */
  double cubes(int part, int head, double ratio) {
    return fields[at(part, XXX) + head]
        - 3 * ratio * fields[at(part, XXY) + head]
        + 3 * ratio * ratio * fields[at(part, XYY) + head]
        - ratio * ratio * ratio * fields[at(part, YYY) + head];
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StateArrays.write(out, fields);
  }

  @Override
  public void read(DataInput in) throws IOException {
    StateArrays.read(in, fields);
  }
}
