package io.sextant.compare;

import io.sextant.math.Interval;
import io.sextant.math.StudentT;

/**
 * A number with its standard error.
 *
 * @param value NaN if it was not measured
 * @param error NaN if there is none: fewer than two clusters
 * @param degrees degrees of freedom of Student's t
 */
record Estimate(double value, double error, double degrees) {
  /** An estimate whose error may not be known, or with no degree of freedom. */
  static Estimate of(double value, double error, double degrees) {
    return degrees > 0 && !Double.isNaN(error)
        ? new Estimate(value, error, degrees)
        : new Estimate(value, Double.NaN, Double.NaN);
  }

  /**
   * This less another, the two independent: the degrees of freedom are those of Welch (1947) and
   * Satterthwaite (1946), (a^2 + b^2)^2 / (a^4 / m + b^4 / n) for errors a and b of m and n.
   */
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
    return Double.isNaN(error) ? Double.NaN : error * StudentT.quantile(degrees);
  }
}
