package io.sextant.bert;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * A named float32 tensor, row-major.
 *
 * @param name the name it has in the checkpoint
 * @param shape its dimensions
 * @param data its values, from position 0 to the product of the dimensions; read-only, shared by
 *     all threads (read it through {@link FloatBuffer#duplicate()})
 */
public record Tensor(String name, List<Integer> shape, FloatBuffer data) {

  /** Product of the dimensions. */
  public int size() {
    return shape.stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact);
  }

  /**
   * Copies values.
   *
   * @param from position of the first, row-major from 0
   * @param into takes {@code count} values from {@code at} on
   */
  public void read(int from, float[] into, int at, int count) {
    data.get(from, into, at, count);
  }

  /** A copy of the values on the heap. */
  public float[] toArray() {
    float[] values = new float[size()];
    data.duplicate().get(0, values);
    return values;
  }
}
