package io.sextant.attention.onednn;

/** Entropy of attention rows from their scores: one logarithm a row instead of one a weight. */
final class ScoreEntropies {

  private ScoreEntropies() {}

  /**
   * Writes the entropy of every row in nats. With s the scores, a = softmax(s) and m the place of
   * the greatest, -sum a ln a = -ln a[m] + sum a (s[m] - s): every term is positive, so nothing
   * cancels.
   *
   * @param scores rows of n scores
   * @param weights their softmax
   */
  static void fill(float[] scores, float[] weights, int rows, int n, float[] entropies) {
    for (int row = 0; row < rows; row++) {
      int start = row * n;
      int greatest = start;
      for (int i = start + 1; i < start + n; i++) {
        if (scores[i] > scores[greatest]) {
          greatest = i;
        }
      }
      float top = scores[greatest];
      double entropy = -Math.log(weights[greatest]);
      for (int i = start; i < start + n; i++) {
        entropy += weights[i] * (top - scores[i]);
      }
      entropies[row] = (float) entropy;
    }
  }
}
