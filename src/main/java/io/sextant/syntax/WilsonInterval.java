package io.sextant.syntax;

import io.sextant.math.Interval;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The 95 % interval of a proportion over clustered questions: Wilson's score interval (1927) with
 * Student's t, on the number of questions divided by the design effect, which is the variance of
 * the ratio over clusters (Cochran 1977, section 6.4) over that of as many independent questions,
 * and at least 1.
 */
final class WilsonInterval {
  private static final double CONFIDENCE = 0.95;

  private WilsonInterval() {}

  /**
   * The proportion of hits x in questions y, from sums over so many clusters of them and of their
   * products. The bounds are NaN for fewer than two clusters.
   */
  static Interval of(long clusters, long y, double x, double xx, double xy, double yy) {
    double p = x / y;
    if (clusters < 2) {
      return new Interval(p, Double.NaN, Double.NaN);
    }
    double squares = Math.max(0, xx - 2 * p * xy + p * p * yy);
    double variance = squares * clusters / (clusters - 1) / ((double) y * y);
    double independent = p * (1 - p) / y;
    double effect = independent > 0 ? Math.max(1, variance / independent) : 1;
    double n = y / effect;
    double t =
        new TDistribution(null, clusters - 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
    double middle = (p + t * t / (2 * n)) / (1 + t * t / n);
    double margin = t / (1 + t * t / n) * Math.sqrt(p * (1 - p) / n + t * t / (4 * n * n));
    return new Interval(p, middle - margin, middle + margin).within(0, 1);
  }
}
