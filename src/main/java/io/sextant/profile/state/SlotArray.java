package io.sextant.profile.state;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A number for every slot, which is one part of one head; heads are counted over all layers. The
 * sums of one pair have a row for every block of cells (see {@code CellPartition}) instead of every
 * part.
 *
 * <p>Each row is an array of its own, because HotSpot's compiler vectorises a loop over the heads
 * only if it has the same index into all arrays.
 */
public final class SlotArray implements Mergeable<SlotArray> {
  private final int heads;

  /** The rows of all parts, each [heads]; more rows than parts after {@link #restart}. */
  private double[][] rows;

  /** Creates an array of zeros for the given number of parts and heads. */
  public SlotArray(int parts, int heads) {
    this.heads = heads;
    this.rows = new double[parts][heads];
  }

  /** Creates an array of zeros for the slots of a layout. */
  public SlotArray(Layout layout) {
    this(layout.parts().size(), layout.heads());
  }

  /** Returns an array of one part with the given values, which are not copied. */
  public static SlotArray row(double[] values) {
    SlotArray row = new SlotArray(0, values.length);
    row.rows = new double[][] {values};
    return row;
  }

  public int heads() {
    return heads;
  }

  public double at(int part, int head) {
    return rows[part][head];
  }

  public void set(int part, int head, double value) {
    rows[part][head] = value;
  }

  public void add(int part, int head, double more) {
    rows[part][head] += more;
  }

  /** Returns the row of a part, which is not copied. */
  double[] row(int part) {
    return rows[part];
  }

  /** Sets all heads of a part to one value. */
  public void fill(int part, double value) {
    Arrays.fill(rows[part], value);
  }

  /** Adds a part of another array to a part of this one, head by head. */
  public void add(int part, SlotArray other, int otherPart) {
    StateArrays.add(rows[part], other.rows[otherPart]);
  }

  /** Copies a part of another array to a part of this one. */
  public void copy(int part, SlotArray other, int otherPart) {
    System.arraycopy(other.rows[otherPart], 0, rows[part], 0, heads);
  }

  /** Copies a range of heads of all parts of another array to this one. */
  public void copyHeads(SlotArray other, int first, int end) {
    for (int part = 0; part < rows.length; part++) {
      System.arraycopy(other.rows[part], first, rows[part], first, end - first);
    }
  }

  /** Divides all heads of a part by a number. */
  public void divide(int part, double divisor) {
    double[] row = rows[part];
    for (int head = 0; head < row.length; head++) {
      row[head] /= divisor;
    }
  }

  /** Sets the number of parts, and all their slots to 0. The memory is reused where it suffices. */
  public void restart(int parts) {
    if (rows.length < parts) {
      rows = new double[parts][heads];
    } else {
      for (int part = 0; part < parts; part++) {
        Arrays.fill(rows[part], 0);
      }
    }
  }

  @Override
  public void merge(SlotArray other) {
    StateArrays.add(rows, other.rows);
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
