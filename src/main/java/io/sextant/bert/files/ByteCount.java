package io.sextant.bert.files;

import java.util.List;

/** Computes the bytes of a tensor from a shape that may come from a damaged file. */
public final class ByteCount {

  private ByteCount() {}

  /**
   * Returns the bytes of a tensor; -1 if a dimension is negative, or if the tensor has 2 GiB or
   * more, which one view of a file cannot hold.
   */
  public static long of(List<Integer> shape, int bitsPerElement) {
    long elements = 1;
    for (int dimension : shape) {
      if (dimension < 0) {
        return -1;
      }
      elements *= dimension;
      if (elements > Integer.MAX_VALUE) {
        return -1;
      }
    }
    long bytes = (elements * bitsPerElement + Byte.SIZE - 1) / Byte.SIZE;
    return bytes > Integer.MAX_VALUE ? -1 : bytes;
  }
}
