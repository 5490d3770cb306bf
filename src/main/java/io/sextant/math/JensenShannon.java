package io.sextant.math;

/**
 * The Jensen-Shannon distance of two distributions, which is the square root of their divergence in
 * nats. It is a metric (Endres and Schindelin 2003) that is 0 for equal distributions and sqrt(ln
 * 2) for distributions with disjoint supports.
 */
public final class JensenShannon {
  private static final double LN_2 = Math.log(2);

  private JensenShannon() {}

  /** Returns the sum of p ln p over n values from index {@code from} on; 0 ln 0 is 0. */
  public static double negativeEntropy(float[] values, int from, int n) {
    double sum = 0;
    for (int i = from; i < from + n; i++) {
      double p = values[i];
      if (p != 0) {
        sum += p * Math.log(p);
      }
    }
    return sum;
  }

  /**
   * Returns the distance of the n values from index {@code p} on to those from index {@code q} on.
   *
   * @param ofP {@link #negativeEntropy} of the first values
   * @param ofQ {@link #negativeEntropy} of the second values
   */
  public static double distance(float[] values, int p, double ofP, int q, double ofQ, int n) {
    double ofMean = 0;
    for (int i = 0; i < n; i++) {
      double mean = ((double) values[p + i] + values[q + i]) / 2;
      if (mean != 0) {
        ofMean += mean * Math.log(mean);
      }
    }
    // Rows sum to 1 only up to rounding (1e-6), so the divergence can be slightly out of its range.
    return Math.sqrt(Math.max(0, Math.min(LN_2, (ofP + ofQ) / 2 - ofMean)));
  }
}
