package io.sextant.attention.nd4j;

import io.sextant.attention.PositionVectors;
import io.sextant.attention.Rotation;
import io.sextant.attention.ScoreOffsets;
import java.util.Arrays;
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
   */
  PairArrays(float[] states, int n, Nd4jModel model, int layer) {
    Rotation rotation = model.rotation(layer);
    ScoreOffsets offsets = model.offsets(layer);
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
    if (model.positions(layer) != null) {
      putPositions(model.positions(layer), model.config().heads(), n);
    }
  }

  private PairArrays() {}

  /** Returns the arrays of what follows the attention, each [n, hidden]. */
  static PairArrays afterAttention(float[] states, float[] contexts, int n) {
    PairArrays arrays = new PairArrays();
    arrays.put(EncoderGraph.INPUT, states, n, states.length / n);
    arrays.put(EncoderGraph.CONTEXTS, contexts, n, contexts.length / n);
    return arrays;
  }

  private void putPositions(PositionVectors vectors, int heads, int n) {
    if (vectors.hasKeys()) {
      putVectors(EncoderGraph.POSITION_KEYS, vectors.keys(), vectors, n);
      int[] index = index(vectors, heads, n, true);
      byName.put(EncoderGraph.TO_POSITION, Nd4j.createFromArray(index));
    }
    if (vectors.hasQueries()) {
      putVectors(EncoderGraph.POSITION_QUERIES, vectors.queries(), vectors, n);
      int[] index = index(vectors, heads, n, false);
      byName.put(EncoderGraph.TO_CONTENT, Nd4j.createFromArray(index));
    }
  }

  private void putVectors(String name, float[] all, PositionVectors vectors, int n) {
    int width = vectors.width();
    int from = vectors.first(n) * width;
    int count = vectors.count(n);
    put(name, Arrays.copyOfRange(all, from, from + count * width), count, width);
  }

  /**
   * Returns which product each score takes, [heads * n * n]. The products are [heads, n, buckets].
   *
   * @param byQuery whether the products are of queries; else they are of keys
   */
  private static int[] index(PositionVectors vectors, int heads, int n, boolean byQuery) {
    int[] bucketOf = vectors.rows(n);
    int buckets = vectors.count(n);
    int[] index = new int[heads * n * n];
    for (int i = 0; i < index.length; i++) {
      int key = i % n;
      int query = i / n % n;
      int head = i / n / n;
      int token = byQuery ? query : key;
      index[i] = (head * n + token) * buckets + bucketOf[query - key + n - 1];
    }
    return index;
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
