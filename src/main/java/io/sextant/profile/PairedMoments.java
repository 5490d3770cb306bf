package io.sextant.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Means and centred second moments of two sums x and y over sampling units, for many slots: what a
 * ratio of sums and its variance need. One pass, mergeable (Chan, Golub and LeVeque 1983).
 */
final class PairedMoments {
  private static final int MEAN_X = 0;
  private static final int MEAN_Y = 1;
  private static final int XX = 2;
  private static final int XY = 3;
  private static final int YY = 4;
  private static final int FIELDS = 5;

  private final int heads;
  private final long[] units;
  private final double[] fields;

  /** Moments for every head of so many parts. */
  PairedMoments(int parts, int heads) {
    this.heads = heads;
    this.units = new long[parts];
    this.fields = new double[parts * heads * FIELDS];
  }

  /** Adds one unit's sums for all heads of a part, which begin at {@code from} in x and y. */
  void add(int part, double[] x, double[] y, int from) {
    long n = ++units[part];
    for (int head = 0; head < heads; head++) {
      int f = (part * heads + head) * FIELDS;
      double deltaX = x[from + head] - fields[f + MEAN_X];
      double deltaY = y[from + head] - fields[f + MEAN_Y];
      fields[f + MEAN_X] += deltaX / n;
      fields[f + MEAN_Y] += deltaY / n;
      double afterX = x[from + head] - fields[f + MEAN_X];
      double afterY = y[from + head] - fields[f + MEAN_Y];
      fields[f + XX] += deltaX * afterX;
      fields[f + XY] += deltaX * afterY;
      fields[f + YY] += deltaY * afterY;
    }
  }

  void merge(PairedMoments other) {
    for (int part = 0; part < units.length; part++) {
      long n = units[part] + other.units[part];
      if (other.units[part] > 0) {
        double weight = (double) units[part] / n * other.units[part];
        double toward = (double) other.units[part] / n;
        for (int head = 0; head < heads; head++) {
          mergeSlot((part * heads + head) * FIELDS, other.fields, weight, toward);
        }
        units[part] = n;
      }
    }
  }

  private void mergeSlot(int f, double[] of, double weight, double toward) {
    double deltaX = of[f + MEAN_X] - fields[f + MEAN_X];
    double deltaY = of[f + MEAN_Y] - fields[f + MEAN_Y];
    fields[f + XX] += of[f + XX] + deltaX * deltaX * weight;
    fields[f + XY] += of[f + XY] + deltaX * deltaY * weight;
    fields[f + YY] += of[f + YY] + deltaY * deltaY * weight;
    fields[f + MEAN_X] += deltaX * toward;
    fields[f + MEAN_Y] += deltaY * toward;
  }

  /** Units that the part has. */
  long units(int part) {
    return units[part];
  }

  /** Sum of x over sum of y. */
  Ratio ratio(int part, int head) {
    int f = (part * heads + head) * FIELDS;
    return Ratio.of(
        units[part],
        fields[f + MEAN_X],
        fields[f + MEAN_Y],
        fields[f + XX],
        fields[f + XY],
        fields[f + YY]);
  }

  /** Mean of y over the units. */
  double meanY(int part, int head) {
    return fields[(part * heads + head) * FIELDS + MEAN_Y];
  }

  void write(DataOutput out) throws IOException {
    StateArrays.write(out, units);
    StateArrays.write(out, fields);
  }

  void read(DataInput in) throws IOException {
    StateArrays.read(in, units);
    StateArrays.read(in, fields);
  }
}
