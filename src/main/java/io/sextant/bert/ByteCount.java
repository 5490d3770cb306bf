package io.sextant.bert;

import java.util.List;

/** Bytes of a tensor, by a shape that may come from a file that lies. */
public final class ByteCount {

  private ByteCount() {}

  /**
   * Bytes of a tensor below 2 GiB, the most that one view of a file can hold; -1 for one of more,
   * and for negative dimensions.
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
