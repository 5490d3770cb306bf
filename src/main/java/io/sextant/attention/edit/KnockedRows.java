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

  /** The context of each query; null where no key with any weight is removed. */
  private final float[][] contexts;

  private KnockedRows(Head head, int n, BertConfig config) {
    this.head = head;
    hidden = config.hidden();
    headSize = config.headSize();
    contexts = new float[n][];
  }

  /**
   * Computes the contexts of the rows.
   *
   * @param intact the weights of all heads, [heads, n, n]
   * @param values the values of the layer, [rows, hidden]
   * @param first the row of the pair's first token
   */
  static KnockedRows of(
      Knockout knockout, float[] intact, float[] values, int first, BertConfig config) {
    Head head = knockout.head();
    int n = knockout.removed().length;
    KnockedRows rows = new KnockedRows(head, n, config);
    for (int query = 0; query < n; query++) {
      int[] removed = knockout.removed()[query];
      int from = (head.head() * n + query) * n;
      if (IntStream.of(removed).anyMatch(key -> intact[from + key] > 0)) {
        double[] weights = rest(intact, from, n, removed);
        rows.normalise(weights, query, removed, config.window(head.layer()));
        rows.contexts[query] = rows.context(weights, values, first);
      }
    }
    return rows;
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

  /** Returns the sum of the values with some weights. */
  private float[] context(double[] weights, float[] values, int first) {
    double[] sum = new double[headSize];
    for (int key = 0; key < weights.length; key++) {
      int from = (first + key) * hidden + head.head() * headSize;
      for (int i = 0; i < headSize; i++) {
        sum[i] += weights[key] * values[from + i];
      }
    }
    float[] context = new float[headSize];
    for (int i = 0; i < headSize; i++) {
      context[i] = (float) sum[i];
    }
    return context;
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
