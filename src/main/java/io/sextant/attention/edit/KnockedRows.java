package io.sextant.attention.edit;

import io.sextant.bert.BertConfig;
import io.sextant.bert.Window;
import java.util.Locale;
import java.util.stream.IntStream;

/** The rows of a head's attention of which a {@link Knockout} removes keys, for one pair. */
final class KnockedRows implements ContextEdit {
  private final Head head;
  private final int hidden;
  private final int headSize;

  /** The weights of each query; null where no key with any weight is removed. */
  private final double[][] weights;

  /** The contexts of these queries, likewise. */
  private final float[][] contexts;

  /**
   * Creates the rows.
   *
   * @param intact the weights of all heads, [heads, n, n]
   */
  KnockedRows(Knockout knockout, float[] intact, BertConfig config) {
    head = knockout.head();
    hidden = config.hidden();
    headSize = config.headSize();
    int n = knockout.removed().length;
    weights = new double[n][];
    contexts = new float[n][];
    for (int query = 0; query < n; query++) {
      int[] removed = knockout.removed()[query];
      int from = (head.head() * n + query) * n;
      if (IntStream.of(removed).anyMatch(key -> intact[from + key] > 0)) {
        weights[query] = rest(intact, from, n, removed);
        normalise(weights[query], query, removed, config.window(head.layer()));
      }
    }
  }

  private static double[] rest(float[] intact, int from, int n, int[] removed) {
    double[] row = new double[n];
    for (int key = 0; key < n; key++) {
      row[key] = intact[from + key];
    }
    for (int key : removed) {
      row[key] = 0;
    }
    return row;
  }

  private void normalise(double[] row, int query, int[] removed, Window window) {
    double sum = 0;
    for (double weight : row) {
      sum += weight;
    }
    if (sum > 0) {
      for (int key = 0; key < row.length; key++) {
        row[key] /= sum;
      }
      return;
    }
    int left = 0;
    for (int key = window.first(query); key < window.end(query, row.length); key++) {
      row[key] = 1;
      left++;
    }
    for (int key : removed) {
      left -= row[key] > 0 ? 1 : 0;
      row[key] = 0;
    }
    if (left == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a knock-out in head %d of layer %d leaves query %d no key",
              head.head(),
              head.layer(),
              query));
    }
    for (int key = 0; key < row.length; key++) {
      row[key] /= left;
    }
  }

  /**
   * Computes the contexts of the rows.
   *
   * @param values the values of the layer, [rows, hidden]
   * @param first the row of the pair's first token
   */
  void gather(float[] values, int first) {
    int at = head.head() * headSize;
    for (int query = 0; query < weights.length; query++) {
      if (weights[query] != null) {
        double[] sum = new double[headSize];
        for (int key = 0; key < weights.length; key++) {
          int from = (first + key) * hidden + at;
          for (int i = 0; i < headSize; i++) {
            sum[i] += weights[query][key] * values[from + i];
          }
        }
        contexts[query] = new float[headSize];
        for (int i = 0; i < headSize; i++) {
          contexts[query][i] = (float) sum[i];
        }
      }
    }
  }

  @Override
  public boolean edits(int layer) {
    return layer == head.layer();
  }

  @Override
  public void apply(int layer, float[] all, int first, int n) {
    if (!edits(layer)) {
      return;
    }
    int at = head.head() * headSize;
    for (int query = 0; query < n; query++) {
      if (contexts[query] != null) {
        System.arraycopy(contexts[query], 0, all, (first + query) * hidden + at, headSize);
      }
    }
  }
}
