package io.sextant.attention;

/** Entropy of attention rows from their weights. */
public final class RowEntropies {

  private RowEntropies() {}

  /**
   * Writes the entropy -sum a ln a of every row, in nats; 0 ln 0 counts as 0.
   *
   * @param weights rows of n weights, each summing to 1; at least rows * n
   * @param entropies where they go, one a row; at least rows long
   */
  public static void fill(float[] weights, int rows, int n, float[] entropies) {
    for (int row = 0; row < rows; row++) {
      entropies[row] = (float) of(weights, row * n, n);
    }
  }

  /** The entropy of the n weights from {@code start} on, in nats. */
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
