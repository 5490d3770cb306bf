package io.sextant.attention.onednn;

import io.sextant.bert.Window;

/**
 * Computes the entropy of attention rows from their scores, which needs one logarithm per row
 * instead of one per weight.
 */
final class ScoreEntropies {

  private ScoreEntropies() {}

  /**
   * Writes the entropy of every row of a head in nats. For the scores s, a = softmax(s) and the
   * index m of the greatest score, -sum a ln a = -ln a[m] + sum a (s[m] - s). No term is negative,
   * so there is no cancellation.
   *
   * @param scores the head's n rows of n scores
   * @param weights the softmax of the scores of all heads
   * @param window the keys that queries see; the weights of all others are 0
   * @param entropies receives the entropies of all heads
   */
  static void fill(
      float[] scores, float[] weights, int head, int n, Window window, float[] entropies) {
    for (int row = 0; row < n; row++) {
      int key = window.first(row);
      int keys = window.end(row, n) - key;
      int from = (head * n + row) * n + key;
      entropies[head * n + row] = of(scores, row * n + key, weights, from, keys);
    }
  }

  private static float of(float[] scores, int first, float[] weights, int from, int n) {
    int greatest = greatest(scores, first, n);
    float top = scores[first + greatest];
    // Each addition waits for the one before it; four sums, each of every fourth key, keep the
    // processor busy.
    double a = -Math.log(weights[from + greatest]);
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i < n - 3; i += 4) {
      a += weights[from + i] * (top - scores[first + i]);
      b += weights[from + i + 1] * (top - scores[first + i + 1]);
      c += weights[from + i + 2] * (top - scores[first + i + 2]);
      d += weights[from + i + 3] * (top - scores[first + i + 3]);
    }
    for (; i < n; i++) {
      a += weights[from + i] * (top - scores[first + i]);
    }
    return (float) (a + b + (c + d));
  }

  /** Returns the first index of the greatest of n scores. */
  private static int greatest(float[] scores, int first, int n) {
    int a = Integer.MIN_VALUE;
    int b = a;
    int c = a;
    int d = a;
    int i = first;
    for (; i < first + n - 3; i += 4) {
      a = Math.max(a, ordered(scores[i]));
      b = Math.max(b, ordered(scores[i + 1]));
      c = Math.max(c, ordered(scores[i + 2]));
      d = Math.max(d, ordered(scores[i + 3]));
    }
    for (; i < first + n; i++) {
      a = Math.max(a, ordered(scores[i]));
    }
    int most = Math.max(Math.max(a, b), Math.max(c, d));
    int index = 0;
    while (ordered(scores[first + index]) != most) {
      index++;
    }
    return index;
  }

  /**
   * Returns an integer that is greater for a greater number, so that the greatest is found without
   * a branch.
   */
  private static int ordered(float number) {
    int bits = Float.floatToRawIntBits(number);
    return bits ^ bits >> Integer.SIZE - 1 & Integer.MAX_VALUE;
  }
}
