package io.sextant.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Adds, writes and reads the arrays of a state; lengths are fixed by its layout. */
final class StateArrays {
  private StateArrays() {}

  /** All of these, one after the other; the inner arrays are shared. */
  @SafeVarargs
  static <A> A[] join(A[]... arrays) {
    return Arrays.stream(arrays)
        .flatMap(Arrays::stream)
        .toArray(length -> Arrays.copyOf(arrays[0], length));
  }

  static void add(double[] sums, double[] more) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i];
    }
  }

  static void add(long[] sums, long[] more) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i];
    }
  }

  static void write(DataOutput out, double[] values) throws IOException {
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  static void write(DataOutput out, long[] values) throws IOException {
    for (long value : values) {
      out.writeLong(value);
    }
  }

  static void read(DataInput in, double[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
  }

  static void read(DataInput in, long[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readLong();
    }
  }
}
