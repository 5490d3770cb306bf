package io.sextant.compare;

import io.sextant.math.Interval;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A number with its standard error.
 *
 * @param value NaN if it was not measured
 * @param error NaN if there is none: fewer than two clusters
 * @param degrees degrees of freedom of Student's t
 */
record Estimate(double value, double error, double degrees) {
  private static final double CONFIDENCE = .95;

  /** An estimate out of its 95 % interval, which is symmetric and rests on so many units. */
  static Estimate of(double value, double low, double high, long units) {
    if (units < 2 || Double.isNaN(low) || Double.isNaN(high)) {
      return new Estimate(value, Double.NaN, Double.NaN);
    }
    return new Estimate(value, (high - low) / 2 / quantile(units - 1), units - 1);
  }

  /** This less another, the two independent (Welch 1947). */
  Estimate minus(Estimate other) {
    double variance = error * error + other.error * other.error;
    double degrees =
        variance
            * variance
            / (Math.pow(error, 4) / this.degrees + Math.pow(other.error, 4) / other.degrees);
    boolean exact = variance == 0;
    return new Estimate(
        value - other.value,
        Math.sqrt(variance),
        exact ? Math.min(this.degrees, other.degrees) : degrees);
  }

  /** Lower bound of the 95 % interval. */
  double low() {
    return value - margin();
  }

  /** Upper bound of the 95 % interval. */
  double high() {
    return value + margin();
  }

  /** The value with its 95 % interval. */
  Interval interval() {
    return new Interval(value, low(), high());
  }

  private double margin() {
    return Double.isNaN(error) ? Double.NaN : error * quantile(degrees);
  }

  private static double quantile(double degrees) {
    return new TDistribution(null, degrees).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
  }
}
