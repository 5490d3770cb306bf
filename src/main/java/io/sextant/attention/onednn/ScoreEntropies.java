package io.sextant.attention.onednn;

/**
 * Computes the entropy of attention rows from their scores, which needs one logarithm per row
 * instead of one per weight.
 */
final class ScoreEntropies {

  private ScoreEntropies() {}

  /**
   * Writes the entropy of every row in nats. For the scores s, a = softmax(s) and the index m of
   * the greatest score, -sum a ln a = -ln a[m] + sum a (s[m] - s). No term is negative, so there is
   * no cancellation.
   *
   * @param scores rows of n scores
   * @param weights the softmax of the scores
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
