package io.sextant.attention;

/** Computes the entropy of attention rows from their weights. */
public final class RowEntropies {

  private RowEntropies() {}

  /**
   * Writes the entropy -sum a ln a of every row in nats, where 0 ln 0 is 0.
   *
   * @param weights rows of n weights, each of which sums to 1; at least rows n values
   * @param entropies receives the entropy of each row; at least {@code rows} long
   */
  public static void fill(float[] weights, int rows, int n, float[] entropies) {
    for (int row = 0; row < rows; row++) {
      entropies[row] = (float) of(weights, row * n, n);
    }
  }

  /** Returns the entropy in nats of the n weights from {@code start} on. */
  public static double of(float[] weights, int start, int n) {
    double entropy = 0;
    for (int i = start; i < start + n; i++) {
      double weight = weights[i];
      if (weight != 0) {
        entropy -= weight * Math.log(weight);
      }
    }
    return entropy;
  }
}
