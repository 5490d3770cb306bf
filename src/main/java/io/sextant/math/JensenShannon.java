package io.sextant.math;

/**
 * The Jensen-Shannon distance of two distributions: the square root of their divergence, in nats.
 * It is a metric (Endres and Schindelin 2003), 0 between equals and sqrt(ln 2) between
 * distributions that share nothing.
 */
public final class JensenShannon {
  private static final double LN_2 = Math.log(2);

  private JensenShannon() {}

  /** Sum of p ln p over n values from {@code from} on; 0 ln 0 counts as 0. */
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
   * The distance of the n values from {@code p} on to those from {@code q} on.
   *
   * @param ofP {@link #negativeEntropy} of the first
   * @param ofQ {@link #negativeEntropy} of the second
   */
  public static double distance(float[] values, int p, double ofP, int q, double ofQ, int n) {
    double ofMean = 0;
    for (int i = 0; i < n; i++) {
      double mean = ((double) values[p + i] + values[q + i]) / 2;
      if (mean != 0) {
        ofMean += mean * Math.log(mean);
      }
    }
    // Weights are rounded, so rows sum to 1 up to 1e-6: the ends of the range can be overstepped.
    return Math.sqrt(Math.max(0, Math.min(LN_2, (ofP + ofQ) / 2 - ofMean)));
  }
}
