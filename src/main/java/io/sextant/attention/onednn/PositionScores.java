package io.sextant.attention.onednn;

import io.sextant.attention.PositionVectors;
import io.sextant.attention.onednn.kernel.ComputeType;
import io.sextant.attention.onednn.kernel.NativeScope;
import io.sextant.attention.onednn.kernel.Workspace;
import io.sextant.bert.BertConfig;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.stream;

/**
 * Computes the terms of relative positions in the scores of pairs of one length (He et al. 2021,
 * section 3.1): the products of queries with position keys and of keys with position queries, for
 * the buckets that the length needs. Every score takes those of its distance.
 */
final class PositionScores {
  /** The side of the squares in which the products of keys are read, which are columns. */
  private static final int TILE = 32;

  private final int n;
  private final long hidden;
  private final int first;
  private final int buckets;

  /** The bucket of each distance, by query - key + n - 1. */
  private final int[] bucketOf;

  private final PositionTerm toPosition;
  private final PositionTerm toContent;
  private final float[] products;

  PositionScores(
      engine cpu,
      ComputeType computeType,
      BertConfig config,
      int n,
      PositionVectors vectors,
      Workspace workspace,
      NativeScope owner) {
    this.n = n;
    hidden = config.hidden();
    first = vectors.first(n);
    buckets = vectors.count(n);
    bucketOf = vectors.rows(n);
    products = new float[n * buckets];
    toPosition =
        new PositionTerm(
            cpu, computeType, config, n, buckets, workspace.toPosition(), workspace, owner);
    toContent =
        new PositionTerm(
            cpu, computeType, config, n, buckets, workspace.toContent(), workspace, owner);
  }

  /**
   * Computes the products of the pair whose first token is in a row, before {@link #add}.
   *
   * @param positions the layer's vectors
   */
  void run(int row, PackedPositions positions, stream queue) {
    if (!positions.keys().isEmpty()) {
      toPosition.run(3L * row * hidden, positions.keys(), first, queue);
    }
    if (!positions.queries().isEmpty()) {
      toContent.run((3L * row + 1) * hidden, positions.queries(), first, queue);
    }
  }

  /** Adds the terms of a head to its scores, [n, n], after the queue has run. */
  void add(int head, PackedPositions positions, float[] scores) {
    if (!positions.keys().isEmpty()) {
      toPosition.read(head, products);
      addRows(scores);
    }
    if (!positions.queries().isEmpty()) {
      toContent.read(head, products);
      addColumns(scores);
    }
  }

  private void addRows(float[] scores) {
    for (int query = 0; query < n; query++) {
      int row = query * n;
      int from = query * buckets;
      int distance = query + n - 1;
      for (int key = 0; key < n; key++) {
        scores[row + key] += products[from + bucketOf[distance - key]];
      }
    }
  }

  private void addColumns(float[] scores) {
    for (int firstKey = 0; firstKey < n; firstKey += TILE) {
      int end = Math.min(n, firstKey + TILE);
      for (int query = 0; query < n; query++) {
        int row = query * n;
        int distance = query + n - 1;
        for (int key = firstKey; key < end; key++) {
          scores[row + key] += products[key * buckets + bucketOf[distance - key]];
        }
      }
    }
  }
}
