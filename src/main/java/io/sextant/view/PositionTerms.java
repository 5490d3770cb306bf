package io.sextant.view;

import io.sextant.bert.BertConfig;
import io.sextant.bert.Dense;
import io.sextant.bert.EncoderLayer;
import io.sextant.bert.Position;
import io.sextant.bert.RelativeBuckets;
import java.util.stream.IntStream;

/**
 * The terms of relative positions in a layer's scaled scores for a pair of n tokens (He et al.
 * 2021, section 3.1), in float64.
 */
final class PositionTerms {
  private final BertConfig config;
  private final RelativeBuckets buckets;
  private final int n;
  private final double[] table;

  private PositionTerms(BertConfig config, RelativeBuckets buckets, int n, double[] table) {
    this.config = config;
    this.buckets = buckets;
    this.n = n;
    this.table = table;
  }

  /**
   * Returns the terms of each head; null if the design has none.
   *
   * @param table the embeddings of the relative positions, [buckets, hidden]
   * @param queries the queries of all heads, divided by the root of the number of terms
   */
  static PositionPart of(
      BertConfig config,
      EncoderLayer layer,
      float[] table,
      double[] queries,
      double[] keys,
      int n) {
    if (!(config.design().position() instanceof Position.Disentangled position)) {
      return null;
    }
    double[] rows = IntStream.range(0, table.length).mapToDouble(i -> table[i]).toArray();
    PositionTerms terms = new PositionTerms(config, position.buckets(), n, rows);
    double[] positionKeys = terms.project(layer.positions().key());
    double[] positionQueries = terms.project(layer.positions().query());
    return new PositionPart(
        position.terms(),
        IntStream.range(0, config.heads())
            .parallel()
            .mapToObj(head -> terms.head(head, queries, keys, positionKeys, positionQueries))
            .toList());
  }

  private double[] project(Dense dense) {
    return dense == null ? null : Linear.of(dense).apply(table, buckets.count());
  }

  private double[] head(
      int head, double[] queries, double[] keys, double[] positionKeys, double[] positionQueries) {
    double width = Math.sqrt(config.headSize());
    double terms = Math.sqrt(config.design().position().terms());
    double[] sums = new double[n * n];
    for (int query = 0; query < n; query++) {
      for (int key = 0; key < n; key++) {
        int bucket = buckets.of(query - key);
        double toPosition = dot(head, queries, query, positionKeys, bucket);
        double toContent = dot(head, keys, key, positionQueries, bucket) / terms;
        sums[query * n + key] = (toPosition + toContent) / width;
      }
    }
    return sums;
  }

  /** Returns the product of the rows of a head in two matrices; 0 if the second is null. */
  private double dot(int head, double[] a, int row, double[] b, int other) {
    if (b == null) {
      return 0;
    }
    int hidden = config.hidden();
    double sum = 0;
    for (int d = head * config.headSize(); d < (head + 1) * config.headSize(); d++) {
      sum += a[row * hidden + d] * b[other * hidden + d];
    }
    return sum;
  }
}
