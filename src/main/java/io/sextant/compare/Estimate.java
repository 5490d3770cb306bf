package io.sextant.compare;

import io.sextant.math.Interval;
import io.sextant.math.StudentT;

/**
 * An estimate with its standard error.
 *
 * @param value the estimate; NaN if it was not measured
 * @param error the standard error; NaN if there are fewer than two clusters
 * @param degrees the degrees of freedom of Student's t
 */
record Estimate(double value, double error, double degrees) {
  /** Returns an estimate. Its error is NaN if there is no degree of freedom. */
  static Estimate of(double value, double error, double degrees) {
    return degrees > 0 && !Double.isNaN(error)
        ? new Estimate(value, error, degrees)
        : new Estimate(value, Double.NaN, Double.NaN);
  }

  /**
   * Returns the difference of this and another, independent estimate. The degrees of freedom are
   * those of Welch (1947) and Satterthwaite (1946): (a^2 + b^2)^2 / (a^4 / m + b^4 / n) for errors
   * a and b with m and n degrees of freedom.
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

  /** Returns whether the estimate has an interval, and so a test. */
  boolean isTested() {
    return !Double.isNaN(value) && !Double.isNaN(error);
  }

  /** Returns the lower bound of the 95 % interval. */
  double low() {
    return value - margin();
  }

  /** Returns the upper bound of the 95 % interval. */
  double high() {
    return value + margin();
  }

  /** Returns the value with its 95 % interval. */
  Interval interval() {
    return new Interval(value, low(), high());
  }

  /**
   * Returns the p-value of the two-sided test that the true value is 0. It is 1 for a value of 0
   * and 0 for another value without an error.
   */
  double unequal() {
    return Math.min(1, 2 * above(Math.abs(value)));
  }

  /**
   * Returns the p-value of the test that the true value lies between -margin and margin: the
   * greater p-value of two one-sided tests (Schuirmann 1987).
   */
  double within(double margin) {
    return above(margin - Math.abs(value));
  }

  /** Returns the probability that an error is greater than a distance, which may be negative. */
  private double above(double distance) {
    if (error == 0) {
      return distance > 0 ? 0 : 1;
    }
    return StudentT.above(distance / error, degrees);
  }

  private double margin() {
    return Double.isNaN(error) ? Double.NaN : error * StudentT.quantile(degrees);
  }
}
