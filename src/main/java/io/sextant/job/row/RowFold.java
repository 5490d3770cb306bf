package io.sextant.job.row;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.Locale;

/**
 * A fingerprint of rows that does not depend on their order. It consists of their number, the
 * exclusive or of their hashes, and a sum of their hashes.
 */
public final class RowFold implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The bits by which a hash is shifted before it is added, so that the sum does not overflow. */
  static final int SHIFT = 24;

  private long rows;
  private long exclusive;
  private long sum;

  public RowFold() {}

  public RowFold(long rows, long exclusive, long sum) {
    this.rows = rows;
    this.exclusive = exclusive;
    this.sum = sum;
  }

  public void add(long hash) {
    rows++;
    exclusive ^= hash;
    sum += hash >>> SHIFT;
  }

  public void add(RowFold other) {
    rows += other.rows;
    exclusive ^= other.exclusive;
    sum += other.sum;
  }

  public long rows() {
    return rows;
  }

  /** Returns the fingerprint as text. */
  public String fingerprint() {
    return String.format(Locale.ROOT, "%016x%016x-%d", exclusive, sum, rows);
  }

  public void write(DataOutput out) throws IOException {
    out.writeLong(rows);
    out.writeLong(exclusive);
    out.writeLong(sum);
  }

  public static RowFold read(DataInput in) throws IOException {
    return new RowFold(in.readLong(), in.readLong(), in.readLong());
  }
}
