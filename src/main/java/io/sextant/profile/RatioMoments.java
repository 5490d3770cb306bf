package io.sextant.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Means and centred second moments, over sampling units, of four sums of every slot: a (mass), b
 * (queries, equal for all heads of a part), c (mass expected under the null), d (content mass).
 * They are what the ratios a/b, c/b, a/d, d/b and a/c and their variances need. One pass, mergeable
 * (Chan, Golub and LeVeque 1983).
 */
final class RatioMoments {
  private static final int MEAN_A = 0;
  private static final int MEAN_C = 1;
  private static final int MEAN_D = 2;
  private static final int AA = 3;
  private static final int AB = 4;
  private static final int CC = 5;
  private static final int AC = 6;
  private static final int DD = 7;
  private static final int AD = 8;
  private static final int FIELDS = 9;

  private final int heads;
  private final long[] units;
  private final double[] meanB;
  private final double[] bb;
  private final double[] fields;

  RatioMoments(Layout layout) {
    heads = layout.heads();
    units = new long[layout.parts().size()];
    meanB = new double[units.length];
    bb = new double[units.length];
    fields = new double[layout.slots() * FIELDS];
  }

  /** Adds one unit; a part in which it has no query is left as it was. */
  void add(double[] a, int[] b, double[] c, double[] d) {
    for (int part = 0; part < units.length; part++) {
      if (b[part] == 0) {
        continue;
      }
      long n = ++units[part];
      double deltaB = b[part] - meanB[part];
      meanB[part] += deltaB / n;
      double afterB = b[part] - meanB[part];
      bb[part] += deltaB * afterB;
      for (int slot = part * heads; slot < (part + 1) * heads; slot++) {
        int f = slot * FIELDS;
        double deltaA = a[slot] - fields[f + MEAN_A];
        double deltaC = c[slot] - fields[f + MEAN_C];
        double deltaD = d[slot] - fields[f + MEAN_D];
        fields[f + MEAN_A] += deltaA / n;
        fields[f + MEAN_C] += deltaC / n;
        fields[f + MEAN_D] += deltaD / n;
        double afterA = a[slot] - fields[f + MEAN_A];
        fields[f + AA] += deltaA * afterA;
        fields[f + AB] += deltaA * afterB;
        fields[f + CC] += deltaC * (c[slot] - fields[f + MEAN_C]);
        fields[f + AC] += deltaC * afterA;
        fields[f + DD] += deltaD * (d[slot] - fields[f + MEAN_D]);
        fields[f + AD] += deltaD * afterA;
      }
    }
  }

  void merge(RatioMoments other) {
    for (int part = 0; part < units.length; part++) {
      long n = units[part] + other.units[part];
      if (other.units[part] == 0) {
        continue;
      }
      double weight = (double) units[part] / n * other.units[part];
      double toward = (double) other.units[part] / n;
      double deltaB = other.meanB[part] - meanB[part];
      bb[part] += other.bb[part] + deltaB * deltaB * weight;
      for (int slot = part * heads; slot < (part + 1) * heads; slot++) {
        mergeSlot(slot * FIELDS, other.fields, deltaB, weight, toward);
      }
      meanB[part] += deltaB * toward;
      units[part] = n;
    }
  }

  private void mergeSlot(int f, double[] of, double deltaB, double weight, double toward) {
    double deltaA = of[f + MEAN_A] - fields[f + MEAN_A];
    double deltaC = of[f + MEAN_C] - fields[f + MEAN_C];
    double deltaD = of[f + MEAN_D] - fields[f + MEAN_D];
    fields[f + AA] += of[f + AA] + deltaA * deltaA * weight;
    fields[f + AB] += of[f + AB] + deltaA * deltaB * weight;
    fields[f + CC] += of[f + CC] + deltaC * deltaC * weight;
    fields[f + AC] += of[f + AC] + deltaA * deltaC * weight;
    fields[f + DD] += of[f + DD] + deltaD * deltaD * weight;
    fields[f + AD] += of[f + AD] + deltaA * deltaD * weight;
    fields[f + MEAN_A] += deltaA * toward;
    fields[f + MEAN_C] += deltaC * toward;
    fields[f + MEAN_D] += deltaD * toward;
  }

  /** Units that have a query in the part. */
  long units(int part) {
    return units[part];
  }

  /** Attention per query: a / b. */
  Ratio share(int slot) {
    int f = slot * FIELDS;
    int part = slot / heads;
    return Ratio.of(
        units[part], fields[f + MEAN_A], meanB[part], fields[f + AA], fields[f + AB], bb[part]);
  }

  /** Attention to targets per attention to content: a / d. */
  Ratio contentShare(int slot) {
    int f = slot * FIELDS;
    return Ratio.of(
        units[slot / heads],
        fields[f + MEAN_A],
        fields[f + MEAN_D],
        fields[f + AA],
        fields[f + AD],
        fields[f + DD]);
  }

  /** Attention to targets per attention that the null expects there: a / c. */
  Ratio lift(int slot) {
    int f = slot * FIELDS;
    return Ratio.of(
        units[slot / heads],
        fields[f + MEAN_A],
        fields[f + MEAN_C],
        fields[f + AA],
        fields[f + AC],
        fields[f + CC]);
  }

  /** Mean content mass of a query: d / b. */
  double coverage(int slot) {
    return fields[slot * FIELDS + MEAN_D] / meanB[slot / heads];
  }

  /** What the null expects per query: c / b. */
  double nullShare(int slot) {
    return fields[slot * FIELDS + MEAN_C] / meanB[slot / heads];
  }

  /** What the null expects per attention to content: c / d. */
  double nullContentShare(int slot) {
    return fields[slot * FIELDS + MEAN_C] / fields[slot * FIELDS + MEAN_D];
  }

  void write(DataOutput out) throws IOException {
    StateArrays.write(out, units);
    StateArrays.write(out, meanB);
    StateArrays.write(out, bb);
    StateArrays.write(out, fields);
  }

  void read(DataInput in) throws IOException {
    StateArrays.read(in, units);
    StateArrays.read(in, meanB);
    StateArrays.read(in, bb);
    StateArrays.read(in, fields);
  }
}
