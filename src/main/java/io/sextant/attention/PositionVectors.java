package io.sextant.attention;

import io.sextant.bert.BertModel;
import io.sextant.bert.Dense;
import io.sextant.bert.EncoderLayer;
import io.sextant.bert.Position;
import io.sextant.bert.RelativeBuckets;
import io.sextant.bert.RelativePositions;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The position keys and position queries of a layer, one of each for every bucket of relative
 * positions (He et al. 2021, section 3.1). They do not depend on the input. Instances are safe for
 * use by several threads.
 */
public final class PositionVectors {
  private final RelativeBuckets buckets;
  private final int hidden;
  private final float[] keys;
  private final float[] queries;

  private PositionVectors(RelativeBuckets buckets, int hidden, float[] keys, float[] queries) {
    this.buckets = buckets;
    this.hidden = hidden;
    this.keys = keys;
    this.queries = queries;
  }

  /** Returns the vectors of every layer; null for each if the design has none. */
  public static List<PositionVectors> of(BertModel model) {
    int layers = model.config().layers();
    if (!(model.config().design().position() instanceof Position.Disentangled position)) {
      return Collections.nCopies(layers, null);
    }
    float[] table = table(model);
    return SharedLayers.of(
        model.weights().layers(), layer -> of(position.buckets(), model, table, layer));
  }

  private static PositionVectors of(
      RelativeBuckets buckets, BertModel model, float[] table, EncoderLayer layer) {
    int hidden = model.config().hidden();
    EncoderLayer.PositionProjections projections = layer.positions();
    return new PositionVectors(
        buckets,
        hidden,
        project(table, projections.key(), hidden),
        project(table, projections.query(), hidden));
  }

  /** Returns the embeddings of the buckets, [buckets, hidden]; null if the design has none. */
  public static float[] table(BertModel model) {
    if (!(model.config().design().position() instanceof Position.Disentangled)) {
      return null;
    }
    RelativePositions positions = model.weights().relativePositions();
    float[] table = positions.table().toArray();
    if (positions.norm() != null) {
      new RowNorm(positions.norm(), model.config().layerNormEpsilon())
          .applyAll(table, positions.table().shape().get(0));
    }
    return table;
  }

  private static float[] project(float[] rows, Dense dense, int width) {
    if (dense == null) {
      return null;
    }
    float[] kernel = dense.kernel().toArray();
    float[] bias = dense.bias().toArray();
    float[] projected = new float[rows.length];
    IntStream.range(0, rows.length / width)
        .parallel()
        .forEach(
            row -> {
              float[] sums = bias.clone();
              for (int i = 0; i < width; i++) {
                addScaled(sums, rows[row * width + i], kernel, i * width);
              }
              System.arraycopy(sums, 0, projected, row * width, width);
            });
    return projected;
  }

  private static void addScaled(float[] sums, float factor, float[] values, int first) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += factor * values[first + i];
    }
  }

  /** Returns the first bucket that a pair of n tokens needs. */
  public int first(int n) {
    return buckets.of(1 - n);
  }

  /** Returns the number of buckets that a pair of n tokens needs, which are consecutive. */
  public int count(int n) {
    return buckets.of(n - 1) - first(n) + 1;
  }

  /**
   * Returns the buckets of all distances in a pair of n tokens, each less {@link #first}. The index
   * is query - key + n - 1.
   */
  public int[] rows(int n) {
    int first = first(n);
    return IntStream.range(1 - n, n).map(distance -> buckets.of(distance) - first).toArray();
  }

  /** Returns the width of a vector, which has the parts of all heads. */
  public int width() {
    return hidden;
  }

  /** Returns whether there are position keys. */
  public boolean hasKeys() {
    return keys != null;
  }

  /** Returns whether there are position queries. */
  public boolean hasQueries() {
    return queries != null;
  }

  /** Returns the position keys of all buckets, [buckets, width] row-major; not to be changed. */
  public float[] keys() {
    return keys;
  }

  /** Returns the position queries, likewise. */
  public float[] queries() {
    return queries;
  }
}
