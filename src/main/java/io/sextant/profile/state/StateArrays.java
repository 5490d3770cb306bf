package io.sextant.profile.state;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Adds, writes and reads the arrays of a state. The length of each array is fixed by the state's
 * layout and is not written.
 */
public final class StateArrays {
  private StateArrays() {}

  public static void add(double[] sums, double[] more) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i];
    }
  }

  static void add(double[][] sums, double[][] more) {
    for (int row = 0; row < sums.length; row++) {
      add(sums[row], more[row]);
    }
  }

  public static void add(long[] sums, long[] more) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i];
    }
  }

  public static void write(DataOutput out, double[] values) throws IOException {
    ByteBuffer bytes = bytes(values.length);
    bytes.asDoubleBuffer().put(values);
    out.write(bytes.array());
  }

  /** Writes the rows one after the other. */
  static void write(DataOutput out, double[][] rows) throws IOException {
    for (double[] row : rows) {
      write(out, row);
    }
  }

  public static void write(DataOutput out, long[] values) throws IOException {
    ByteBuffer bytes = bytes(values.length);
    bytes.asLongBuffer().put(values);
    out.write(bytes.array());
  }

  public static void read(DataInput in, double[] values) throws IOException {
    ByteBuffer bytes = bytes(values.length);
    in.readFully(bytes.array());
    bytes.asDoubleBuffer().get(values);
  }

  static void read(DataInput in, double[][] rows) throws IOException {
    for (double[] row : rows) {
      read(in, row);
    }
  }

  public static void read(DataInput in, long[] values) throws IOException {
    ByteBuffer bytes = bytes(values.length);
    in.readFully(bytes.array());
    bytes.asLongBuffer().get(values);
  }

  private static ByteBuffer bytes(int values) {
    return ByteBuffer.allocate(Math.multiplyExact(values, Long.BYTES));
  }
}
