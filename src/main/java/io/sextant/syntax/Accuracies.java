package io.sextant.syntax;

import io.sextant.math.Interval;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The accuracy of each head by kind of question, as a mergeable state of integers, which does not
 * depend on the order of the clusters. For each kind, it has the sums over the clusters of the
 * questions y, of each head's hits x, and of their squares and products, from which the ratio and
 * its variance follow.
 */
final class Accuracies {
  private final int heads;
  private final int baselines;
  private final SortedMap<String, Sums> kinds = new TreeMap<>();

  /**
   * Creates the state of no clusters.
   *
   * @param baselines the number of baselines with which each kind is compared
   */
  Accuracies(int heads, int baselines) {
    this.heads = heads;
    this.baselines = baselines;
  }

  /** The sums of one kind of question. */
  static final class Sums {
    long units;
    long y;
    long yy;
    final long[] x;
    final long[] xx;
    final long[] xy;

    /** The number of questions that each baseline answers correctly. */
    final long[] baseline;

    Sums(int heads, int baselines) {
      x = new long[heads];
      xx = new long[heads];
      xy = new long[heads];
      baseline = new long[baselines];
    }

    /** Returns the accuracy of a head. */
    Interval accuracy(int head) {
      return WilsonInterval.of(units, y, x[head], xx[head], xy[head], yy);
    }
  }

  /** The sums of one cluster for a kind of question. */
  static final class UnitSums {
    int questions;
    final int[] hits;
    final int[] baseline;

    UnitSums(int heads, int baselines) {
      hits = new int[heads];
      baseline = new int[baselines];
    }

    void add(UnitSums other) {
      questions += other.questions;
      for (int i = 0; i < hits.length; i++) {
        hits[i] += other.hits[i];
      }
      for (int i = 0; i < baseline.length; i++) {
        baseline[i] += other.baseline[i];
      }
    }
  }

  SortedMap<String, Sums> kinds() {
    return kinds;
  }

  UnitSums newUnit() {
    return new UnitSums(heads, baselines);
  }

  private Sums sums(String kind) {
    return kinds.computeIfAbsent(kind, none -> new Sums(heads, baselines));
  }

  /** Adds one cluster. */
  void add(String kind, UnitSums unit) {
    Sums sums = sums(kind);
    long y = unit.questions;
    sums.units++;
    sums.y += y;
    sums.yy += y * y;
    for (int head = 0; head < heads; head++) {
      long x = unit.hits[head];
      sums.x[head] += x;
      sums.xx[head] += x * x;
      sums.xy[head] += x * y;
    }
    for (int i = 0; i < baselines; i++) {
      sums.baseline[i] += unit.baseline[i];
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(kinds.size());
    for (var kind : kinds.entrySet()) {
      Sums sums = kind.getValue();
      out.writeUTF(kind.getKey());
      write(out, sums.units, sums.y, sums.yy);
      write(out, sums.x);
      write(out, sums.xx);
      write(out, sums.xy);
      write(out, sums.baseline);
    }
  }

  private static void write(DataOutput out, long... values) throws IOException {
    for (long value : values) {
      out.writeLong(value);
    }
  }

  /** Adds a state that {@link #write} wrote. */
  void mergeFrom(DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      Sums sums = sums(in.readUTF());
      sums.units += in.readLong();
      sums.y += in.readLong();
      sums.yy += in.readLong();
      add(in, sums.x);
      add(in, sums.xx);
      add(in, sums.xy);
      add(in, sums.baseline);
    }
  }

  private static void add(DataInput in, long[] sums) throws IOException {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += in.readLong();
    }
  }
}
