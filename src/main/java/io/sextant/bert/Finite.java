package io.sextant.bert;

import io.sextant.fault.BadInputException;
import java.util.Locale;

/** Checks that weights are finite, because one NaN would make every attention map NaN. */
public final class Finite {
  private static final int CHUNK = 1 << 13;

  private Finite() {}

  /**
   * Returns the tensor if all its values are finite.
   *
   * @param where the file, with which the message begins
   * @throws BadInputException if it contains NaN or an infinity
   */
  public static Tensor require(Tensor tensor, String where) {
    int size = tensor.size();
    float[] chunk = new float[Math.min(CHUNK, size)];
    for (int start = 0; start < size; start += CHUNK) {
      int n = Math.min(CHUNK, size - start);
      tensor.read(start, chunk, 0, n);
      for (int i = 0; i < n; i++) {
        if (!Float.isFinite(chunk[i])) {
          throw new BadInputException(
              String.format(
                  Locale.ROOT,
                  "%s: tensor %s holds %s at index %d",
                  where,
                  tensor.name(),
                  chunk[i],
                  start + i));
        }
      }
    }
    return tensor;
  }
}
