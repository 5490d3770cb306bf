package io.sextant.math;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * A ratio of two sums over n independent units, with its variance by the delta method: Var R =
 * n/(n-1) sum((x - R y)^2) / (sum y)^2 (Cochran 1977, section 6.4).
 *
 * @param units number of units n
 * @param value R = sum x / sum y; NaN if sum y is 0
 * @param variance of R; NaN for fewer than two units
 */
public record Ratio(long units, double value, double variance) {
  private static final double CONFIDENCE = 0.95;

  /** From means and centred second moments of x and y. */
  public static Ratio of(long units, double meanX, double meanY, double xx, double xy, double yy) {
    if (units == 0 || meanY == 0) {
      return new Ratio(units, Double.NaN, Double.NaN);
    }
    double ratio = meanX / meanY;
    double squares = Math.max(0, xx - 2 * ratio * xy + ratio * ratio * yy);
    double sumY = units * meanY;
    double variance = units < 2 ? Double.NaN : squares * units / (units - 1) / (sumY * sumY);
    return new Ratio(units, ratio, variance);
  }

  /** Lower end of the 95 % interval; NaN for fewer than two units. */
  public double low() {
    return value - margin();
  }

  /** Upper end of the same. */
  public double high() {
    return value + margin();
  }

  /** The value with its 95 % interval. */
  public Interval interval() {
    return new Interval(value, low(), high());
  }

  /** The value with an interval that is symmetric on the logarithmic scale; for lifts. */
  public Interval logInterval() {
    return new Interval(value, logLow(), logHigh());
  }

  /** Lower bound of an interval that is symmetric on the logarithmic scale; for lifts. */
  public double logLow() {
    return value * Math.exp(-margin() / value);
  }

  /** Upper bound of the same; NaN where it has no finite one. */
  double logHigh() {
    double high = value * Math.exp(margin() / value);
    return Double.isInfinite(high) ? Double.NaN : high;
  }

  /** One-sided p-value of the hypothesis that the ratio is at most 1, on the logarithmic scale. */
  public double probabilityAtMostOne() {
    if (!(value > 0) || Double.isNaN(variance)) {
      return 1;
    }
    double error = Math.sqrt(variance) / value;
    double log = Math.log(value);
    if (error == 0) {
      return log > 0 ? 0 : 1;
    }
    return new TDistribution(null, units - 1).cumulativeProbability(-log / error);
  }

  private double margin() {
    if (Double.isNaN(variance)) {
      return Double.NaN;
    }
    return Math.sqrt(variance)
        * new TDistribution(null, units - 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
  }
}
