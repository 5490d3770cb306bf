package io.sextant.syntax;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * A proportion over clustered questions with its 95 % interval: Wilson's score interval (1927) with
 * Student's t, on the number of questions divided by the design effect, which is the variance of
 * the ratio over clusters (Cochran 1977, section 6.4) over that of as many independent questions,
 * and at least 1.
 *
 * @param n number of questions
 * @param value hits over questions
 * @param low lower end; NaN for fewer than two clusters
 * @param high upper end; NaN likewise
 */
record Accuracy(long n, double value, double low, double high) {
  private static final double CONFIDENCE = 0.95;

  /** From sums over so many units of hits x, questions y and their products. */
  static Accuracy of(long units, long y, double x, double xx, double xy, double yy) {
    double p = x / y;
    if (units < 2) {
      return new Accuracy(y, p, Double.NaN, Double.NaN);
    }
    double squares = Math.max(0, xx - 2 * p * xy + p * p * yy);
    double variance = squares * units / (units - 1) / ((double) y * y);
    double independent = p * (1 - p) / y;
    double effect = independent > 0 ? Math.max(1, variance / independent) : 1;
    double n = y / effect;
    double t =
        new TDistribution(null, units - 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
    double middle = (p + t * t / (2 * n)) / (1 + t * t / n);
    double margin = t / (1 + t * t / n) * Math.sqrt(p * (1 - p) / n + t * t / (4 * n * n));
    return new Accuracy(y, p, Math.max(0, middle - margin), Math.min(1, middle + margin));
  }
}
