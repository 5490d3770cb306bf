package io.sextant.bert;

import io.sextant.bert.tensorflow.BundleEntry;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/**
 * A tensor to write.
 *
 * @param type TensorFlow's number of the element type
 * @param shape the dimensions
 * @param values the values
 * @param sliced whether the tensor is marked as a partitioned variable
 */
record Value(int type, int[] shape, float[] values, boolean sliced) {

  /** Returns a tensor of small random values. */
  static Value random(Random random, int... shape) {
    int size = 1;
    for (int dimension : shape) {
      size *= dimension;
    }
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian() * .02f;
    }
    return new Value(BundleEntry.FLOAT, shape, values, false);
  }

  Value ofType(int other) {
    return new Value(other, shape, values, sliced);
  }

  Value inSlices() {
    return new Value(type, shape, values, true);
  }

  Value with(int index, float value) {
    float[] changed = values.clone();
    changed[index] = value;
    return new Value(type, shape, changed, sliced);
  }

  byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }
}
