package io.sextant.bert;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * A named tensor, read as float32 and row-major, however the checkpoint stores it. Values lie where
 * the checkpoint has them, in a mapped file most often, and are converted as they are read. Many
 * threads may read one at once.
 */
public final class Tensor {
  private final String name;
  private final List<Integer> shape;
  private final Values values;

  public Tensor(String name, List<Integer> shape, Values values) {
    this.name = name;
    this.shape = List.copyOf(shape);
    this.values = values;
  }

  /**
   * A tensor on float32 values.
   *
   * @param data its values, from position 0 to the product of the dimensions; not to be changed
   */
  public Tensor(String name, List<Integer> shape, FloatBuffer data) {
    this(name, shape, data::get);
  }

  /** The name it has in the checkpoint. */
  public String name() {
    return name;
  }

  /** Its dimensions. */
  public List<Integer> shape() {
    return shape;
  }

  /** Product of the dimensions. */
  public int size() {
    return shape.stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact);
  }

  /**
   * Copies values.
   *
   * @param from position of the first, row-major from 0
   * @param into takes {@code count} values from {@code at} on
   * @throws IndexOutOfBoundsException if the tensor or the array does not have them
   */
  public void read(int from, float[] into, int at, int count) {
    values.read(from, into, at, count);
  }

  /** A copy of all values on the heap. */
  public float[] toArray() {
    float[] copy = new float[size()];
    read(0, copy, 0, copy.length);
    return copy;
  }

  /** The rows of a matrix from one on, in place. */
  public Tensor rowsFrom(int first) {
    int skipped = Math.multiplyExact(first, shape.get(1));
    return new Tensor(
        name,
        List.of(shape.get(0) - first, shape.get(1)),
        (from, into, at, count) -> values.read(from + skipped, into, at, count));
  }

  /** A matrix with rows and columns exchanged. Reading a part costs as much as reading all. */
  public Tensor transposed() {
    int rows = shape.get(0);
    int columns = shape.get(1);
    return new Tensor(
        name,
        List.of(columns, rows),
        (from, into, at, count) -> {
          float[] source = toArray();
          for (int i = 0; i < count; i++) {
            int position = from + i;
            into[at + i] = source[position % rows * columns + position / rows];
          }
        });
  }
}
