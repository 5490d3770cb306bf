package io.sextant.attention.onednn;

import io.sextant.bert.Window;

/**
 * Computes the entropy of attention rows from their scores, which needs one logarithm per row
 * instead of one per weight.
 */
final class ScoreEntropies {
  /** The number of keys whose terms are added in single precision. */
  private static final int BLOCK = 64;

  private ScoreEntropies() {}

  /**
   * Writes the entropy of every row of a head in nats. For the scores s, a = softmax(s) and the
   * index m of the greatest weight, -sum a ln a = -ln a[m] + sum a (s[m] - s). No term is negative
   * but by rounding, so there is no cancellation.
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
    int greatest = greatest(weights, from, n);
    float top = scores[first + greatest];
    double entropy = -Math.log(weights[from + greatest]);
    for (int i = 0; i < n; i += BLOCK) {
      entropy += below(top, scores, first + i, weights, from + i, Math.min(BLOCK, n - i));
    }
    return (float) Math.max(0, entropy);
  }

  /**
   * Returns the sum of n weights, each multiplied by how much its score is below the top. Each
   * addition waits for the one before it; four sums, each of every fourth key, keep the processor
   * busy.
   */
  private static double below(
      float top, float[] scores, int first, float[] weights, int from, int n) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
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
    return (double) a + b + ((double) c + d);
  }

  /**
   * Returns the first index of the greatest of n weights, for which only the first block that has
   * it is searched.
   */
  private static int greatest(float[] weights, int first, int n) {
    int greatest = Integer.MIN_VALUE;
    int index = 0;
    for (int i = 0; i < n; i += BLOCK) {
      int most = most(weights, first + i, first + Math.min(i + BLOCK, n));
      if (most > greatest) {
        greatest = most;
        index = i;
      }
    }
    while (Float.floatToRawIntBits(weights[first + index]) != greatest) {
      index++;
    }
    return index;
  }

  /**
   * Returns the bits of the greatest weight. Weights are not negative, so their bits have the same
   * order, and comparing them needs no branch.
   */
  private static int most(float[] weights, int first, int end) {
    int a = Integer.MIN_VALUE;
    int b = a;
    int c = a;
    int d = a;
    int i = first;
    for (; i < end - 3; i += 4) {
      a = Math.max(a, Float.floatToRawIntBits(weights[i]));
      b = Math.max(b, Float.floatToRawIntBits(weights[i + 1]));
      c = Math.max(c, Float.floatToRawIntBits(weights[i + 2]));
      d = Math.max(d, Float.floatToRawIntBits(weights[i + 3]));
    }
    for (; i < end; i++) {
      a = Math.max(a, Float.floatToRawIntBits(weights[i]));
    }
    return Math.max(Math.max(a, b), Math.max(c, d));
  }
}
