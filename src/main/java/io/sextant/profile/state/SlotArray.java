package io.sextant.profile.state;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A number for every slot, which is one part of one head; heads are counted over all layers. The
 * heads of a part are adjacent:
 *
 * <pre>
 *             head 0   head 1   head 2 ...
 *   part 0  [   0        1        2   ...
 *   part 1      n       n+1      n+2  ...
 * </pre>
 *
 * The sums of one pair have a row for every block of cells (see {@code CellPartition}) instead of
 * every part.
 */
public final class SlotArray implements Mergeable<SlotArray> {
  private final int heads;
  private double[] values;

  /** Creates an array of zeros for the given number of parts and heads. */
  public SlotArray(int parts, int heads) {
    this.heads = heads;
    this.values = new double[parts * heads];
  }

  /** Creates an array of zeros for the slots of a layout. */
  public SlotArray(Layout layout) {
    this(layout.parts().size(), layout.heads());
  }

  /** Returns an array of one part with the given values, which are not copied. */
  public static SlotArray row(double[] values) {
    SlotArray row = new SlotArray(0, values.length);
    row.values = values;
    return row;
  }

  public int heads() {
    return heads;
  }

  public double at(int part, int head) {
    return values[part * heads + head];
  }

  public void set(int part, int head, double value) {
    values[part * heads + head] = value;
  }

  public void add(int part, int head, double more) {
    values[part * heads + head] += more;
  }

  /** Sets all heads of a part to one value. */
  public void fill(int part, double value) {
    Arrays.fill(values, part * heads, (part + 1) * heads, value);
  }

  /** Adds a part of another array to a part of this one, head by head. */
  public void add(int part, SlotArray other, int otherPart) {
    int to = part * heads;
    int from = otherPart * heads;
    for (int head = 0; head < heads; head++) {
      values[to + head] += other.values[from + head];
    }
  }

  /** Copies a part of another array to a part of this one. */
  public void copy(int part, SlotArray other, int otherPart) {
    System.arraycopy(other.values, otherPart * heads, values, part * heads, heads);
  }

  /** Copies a range of heads of all parts of another array to this one. */
  public void copyHeads(SlotArray other, int first, int end) {
    for (int row = 0; row + heads <= values.length; row += heads) {
      System.arraycopy(other.values, row + first, values, row + first, end - first);
    }
  }

  /** Divides all heads of a part by a number. */
  public void divide(int part, double divisor) {
    for (int slot = part * heads; slot < (part + 1) * heads; slot++) {
      values[slot] /= divisor;
    }
  }

  /** Sets the number of parts, and all their slots to 0. The memory is reused where it suffices. */
  public void restart(int parts) {
    if (values.length < parts * heads) {
      values = new double[parts * heads];
    } else {
      Arrays.fill(values, 0, parts * heads, 0);
    }
  }

  @Override
  public void merge(SlotArray other) {
    StateArrays.add(values, other.values);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StateArrays.write(out, values);
  }

  @Override
  public void read(DataInput in) throws IOException {
    StateArrays.read(in, values);
  }
}
