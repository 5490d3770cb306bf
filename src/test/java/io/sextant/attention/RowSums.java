package io.sextant.attention;

/** Checks that attention is a distribution: every row sums to 1. */
public final class RowSums {

  private RowSums() {}

  /**
   * Returns the greatest |sum - 1| over all heads and rows of a map; infinity if a weight is NaN.
   */
  public static double worstDeviation(AttentionMap map) {
    float[] weights = map.weights();
    int n = map.size();
    double worst = 0;
    for (int row = 0; row < map.heads() * n; row++) {
      double sum = 0;
      for (int i = row * n; i < (row + 1) * n; i++) {
        sum += weights[i];
      }
      if (Double.isNaN(sum)) {
        return Double.POSITIVE_INFINITY;
      }
      worst = Math.max(worst, Math.abs(sum - 1));
    }
    return worst;
  }
}
