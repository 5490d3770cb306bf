package io.sextant.attention.onednn;

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
   * @param entropies receives the entropies of all heads
   */
  static void fill(float[] scores, float[] weights, int head, int n, float[] entropies) {
    for (int row = 0; row < n; row++) {
      entropies[head * n + row] = of(scores, row * n, weights, (head * n + row) * n, n);
    }
  }

  private static float of(float[] scores, int first, float[] weights, int from, int n) {
    int greatest = 0;
    float top = scores[first];
    for (int i = 1; i < n; i++) {
      float score = scores[first + i];
      if (score > top) {
        top = score;
        greatest = i;
      }
    }
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
}
