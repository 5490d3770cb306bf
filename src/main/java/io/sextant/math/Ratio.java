package io.sextant.math;

/**
 * A ratio of two sums over n independent units, with its variance by the delta method: Var R =
 * n/(n-1) sum((x - R y)^2) / (sum y)^2 (Cochran 1977, section 6.4). The studentised error T has
 * Student's t distribution with n - 1 degrees of freedom after the transformation g(T) = ((1 + aT /
 * 3)^3 - 1) / a + a / 6 (Hall 1992, "On the removal of skewness by transformation", section 2), in
 * which a is the skewness of R. If the skewness is not known, a is 0 and g(T) = T.
 *
 * @param units the number of units n; after {@link #plus}, the number whose n - 1 is the degrees of
 *     freedom
 * @param value R = sum x / sum y; NaN if sum y is 0
 * @param variance the variance of R; NaN if there are fewer than two units
 * @param skewness a = sum((x - R y)^3) / sum((x - R y)^2)^1.5; 0 if it is not known
 */
public record Ratio(long units, double value, double variance, double skewness) {
  /** The absolute skewness below which no correction is made. */
  private static final double SYMMETRIC = 1e-6;

  /** Creates a ratio whose skewness is not known. */
  public Ratio(long units, double value, double variance) {
    this(units, value, variance, 0);
  }

  /** Returns the ratio with the given means and centred second moments of x and y. */
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

  /** Returns the same ratio with the skewness that follows from sum((x - R y)^3) / (sum y)^3. */
  public Ratio skewed(double cubes) {
    double squares = variance * (units - 1) / units;
    return squares > 0
        ? new Ratio(units, value, variance, cubes / (squares * Math.sqrt(squares)))
        : this;
  }

  /**
   * Returns the same ratio with an additional, independent error.
   *
   * @param more the variance of the additional error
   * @param degrees the degrees of freedom of this variance; those of the sum are Satterthwaite's
   *     (1946)
   */
  public Ratio plus(double more, double degrees) {
    if (more == 0) {
      return this;
    }
    double sum = variance + more;
    double together = sum * sum / (variance * variance / (units - 1) + more * more / degrees);
    return new Ratio((long) together + 1, value, sum, skewness);
  }

  /** Returns the degrees of freedom of the variance. */
  public double degrees() {
    return units - 1;
  }

  /** Returns the standard error; NaN if there are fewer than two units. */
  public double error() {
    return Math.sqrt(variance);
  }

  /**
   * Returns the value with its 95 % interval, whose bounds are NaN if there are fewer than two
   * units.
   */
  public Interval interval() {
    return interval(quantile());
  }

  /**
   * Returns the value with a simultaneous interval: all of the given number of intervals contain
   * the true values together with at least 95 % confidence.
   */
  public Interval simultaneous(int intervals) {
    return Double.isNaN(variance)
        ? interval()
        : interval(StudentT.simultaneous(units - 1, intervals));
  }

  private Interval interval(double t) {
    return new Interval(
        value, value - error() * untransformed(t), value - error() * untransformed(-t));
  }

  /**
   * Returns the value with an interval that is symmetric on the logarithmic scale, as lifts have.
   */
  public Interval logInterval() {
    return new Interval(value, logLow(), logHigh());
  }

  /** Returns the lower bound of {@link #logInterval}. */
  public double logLow() {
    return value * Math.exp(-quantile() * error() / value);
  }

  /** Returns the upper bound of {@link #logInterval}; NaN if it is not finite. */
  double logHigh() {
    double high = value * Math.exp(quantile() * error() / value);
    return Double.isInfinite(high) ? Double.NaN : high;
  }

  /**
   * Returns the one-sided p-value of the hypothesis that the true value is at most {@code cut}; 1
   * if the value or its error is not known.
   */
  public double pAtMost(double cut) {
    if (!(error() > 0)) {
      return error() == 0 && value > cut ? 0 : 1;
    }
    return StudentT.above(transformed((value - cut) / error()), units - 1);
  }

  /**
   * Returns the same p-value on the logarithmic scale, without a correction for skewness, as lifts
   * need it; {@code cut} must be positive.
   */
  public double logPAtMost(double cut) {
    double log = Math.log(value);
    return value > 0 ? new Ratio(units, log, variance / (value * value)).pAtMost(Math.log(cut)) : 1;
  }

  private double transformed(double t) {
    double cube = 1 + skewness * t / 3;
    return Math.abs(skewness) < SYMMETRIC ? t : (cube * cube * cube - 1) / skewness + skewness / 6;
  }

  /** Returns the T whose transformation g(T) is t. */
  private double untransformed(double t) {
    return Math.abs(skewness) < SYMMETRIC
        ? t
        : 3 / skewness * (Math.cbrt(1 + skewness * (t - skewness / 6)) - 1);
  }

  /** Returns the quantile of Student's t for a 95 % interval. */
  private double quantile() {
    return Double.isNaN(variance) ? Double.NaN : StudentT.quantile(units - 1);
  }
}
