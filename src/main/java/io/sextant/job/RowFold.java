package io.sextant.job;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Locale;

/** A fingerprint of rows, whatever their order: their number, and two sums of their hashes. */
final class RowFold {
  /** What is left of a hash in the second sum, so that billions of rows do not overflow it. */
  static final int SHIFT = 24;

  private long rows;
  private long exclusive;
  private long sum;

  RowFold() {}

  RowFold(long rows, long exclusive, long sum) {
    this.rows = rows;
    this.exclusive = exclusive;
    this.sum = sum;
  }

  void add(long hash) {
    rows++;
    exclusive ^= hash;
    sum += hash >>> SHIFT;
  }

  void add(RowFold other) {
    rows += other.rows;
    exclusive ^= other.exclusive;
    sum += other.sum;
  }

  long rows() {
    return rows;
  }

  /** The fingerprint, which is the same in every locale. */
  String fingerprint() {
    return String.format(Locale.ROOT, "%016x%016x-%d", exclusive, sum, rows);
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(rows);
    out.writeLong(exclusive);
    out.writeLong(sum);
  }

  static RowFold read(DataInput in) throws IOException {
    return new RowFold(in.readLong(), in.readLong(), in.readLong());
  }
}
