package io.sextant.bert;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A named tensor that is read as float32 in row-major order. The values stay where the checkpoint
 * has them, usually in a mapped file, and are converted when they are read. Instances are safe for
 * use by several threads.
 */
public final class Tensor {
  private static final String ABSENT = "none";

  private final String name;
  private final List<Integer> shape;
  private final Values values;

  public Tensor(String name, List<Integer> shape, Values values) {
    this.name = name;
    this.shape = List.copyOf(shape);
    this.values = values;
  }

  /**
   * Creates a tensor of float32 values.
   *
   * @param data the values from position 0 to the product of the dimensions; they must not be
   *     changed
   */
  public Tensor(String name, List<Integer> shape, FloatBuffer data) {
    this(name, shape, data::get);
  }

  /** Returns the tensor's name in the checkpoint. */
  public String name() {
    return name;
  }

  /** Returns the dimensions. */
  public List<Integer> shape() {
    return shape;
  }

  /** Returns the number of values, which is the product of the dimensions. */
  public int size() {
    return shape.stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact);
  }

  /**
   * Copies values.
   *
   * @param from the row-major index of the first value
   * @param into the array that receives the values
   * @param at the index in {@code into} of the first value
   * @param count the number of values
   * @throws IndexOutOfBoundsException if the range is not within the tensor or the array
   */
  public void read(int from, float[] into, int at, int count) {
    values.read(from, into, at, count);
  }

  /** Returns a copy of all values. */
  public float[] toArray() {
    float[] copy = new float[size()];
    read(0, copy, 0, copy.length);
    return copy;
  }

  /** Returns a tensor of zeros, for parameters that an encoder lacks. */
  public static Tensor zeros(Integer... shape) {
    return new Tensor(
        ABSENT, List.of(shape), (from, into, at, count) -> Arrays.fill(into, at, at + count, 0));
  }

  /** Returns whether this stands for a parameter that the encoder lacks. */
  public boolean isAbsent() {
    return name.equals(ABSENT);
  }

  /** Returns a view of some rows of a matrix, or of some values of a vector. */
  public Tensor rows(int first, int rows) {
    int skipped = Math.multiplyExact(first, size() / shape.get(0));
    List<Integer> part = new ArrayList<>(shape);
    part.set(0, rows);
    return new Tensor(
        name, part, (from, into, at, count) -> values.read(from + skipped, into, at, count));
  }

  /** Returns the transpose of a matrix. Reading a part of it costs as much as reading all of it. */
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
