package io.sextant.attention.nd4j;

import io.sextant.attention.Rotation;
import io.sextant.attention.ScoreOffsets;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The arrays that a graph reads for one pair and layer, by the names of its placeholders. */
final class PairArrays implements AutoCloseable {
  private final Map<String, INDArray> byName = new HashMap<>();

  /**
   * Creates the arrays of a pair of n tokens.
   *
   * @param states the layer's input, [n, hidden] row-major
   * @param rotation the rotation of the layer; null for none
   * @param offsets what the layer adds to the scaled scores; null for nothing
   */
  PairArrays(float[] states, int n, Rotation rotation, ScoreOffsets offsets) {
    put(EncoderGraph.INPUT, states, n, states.length / n);
    if (rotation != null) {
      float[] cosines = rotation.cosines(n);
      put(EncoderGraph.COSINES, cosines, n, cosines.length / n);
      put(EncoderGraph.SINES, rotation.sines(n), n, cosines.length / n);
    }
    if (offsets != null) {
      float[] all = offsets.of(n);
      put(EncoderGraph.OFFSETS, all, all.length / n / n, n, n);
    }
  }

  private void put(String name, float[] values, long... shape) {
    byName.put(name, Nd4j.create(values, shape, 'c'));
  }

  Map<String, INDArray> byName() {
    return byName;
  }

  @Override
  public void close() {
    byName.values().forEach(INDArray::close);
  }
}
