package io.sextant.math;

/**
 * A ratio of two sums over n independent units, with its variance by the delta method: Var R =
 * n/(n-1) sum((x - R y)^2) / (sum y)^2 (Cochran 1977, section 6.4). The studentised error T has
 * Student's t distribution after the transformation g(T) = ((1 + aT / 3)^3 - 1) / a + a / 6 (Hall
 * 1992, "On the removal of skewness by transformation", section 2), in which a is the skewness of
 * R, corrected for its bias. If the skewness is not known, a is 0 and g(T) = T. See {@link
 * #degrees} for the degrees of freedom.
 *
 * @param units the number of units n; after {@link #plus}, the number whose n - 1 is the degrees of
 *     freedom
 * @param value R = sum x / sum y; NaN if sum y is 0
 * @param variance the variance of R; NaN if there are fewer than two units
 * @param skewness of the sample, sum((x - R y)^3) / sum((x - R y)^2)^1.5; 0 if it is not known
 */
public record Ratio(long units, double value, double variance, double skewness) {
  /** The absolute skewness below which no correction is made. */
  private static final double SYMMETRIC = 1e-6;

  /**
   * The excess kurtosis of a unit divided by its squared skewness. It is 1.5 for gamma
   * distributions and at least 1.8 for log-normal ones; docs/benchmark.md ("Intervals") has the
   * coverage with 2.
   */
  private static final double KURTOSIS_OF_SKEWNESS = 2;

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
   * Returns the same ratio with an additional, independent error, without a correction for
   * skewness.
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
    double together = sum * sum / (variance * variance / degrees() + more * more / degrees);
    return new Ratio((long) together + 1, value, sum);
  }

  /**
   * Returns the degrees of freedom of the variance: n - 1, or fewer if R is skewed, because the
   * variance of units with heavy tails is itself uncertain. By Satterthwaite (1946) they are 2n /
   * (2 + k), where k is the excess kurtosis of a unit. It is taken as a multiple of the squared
   * skewness of a unit, which samples estimate with less error than k. There is at least one.
   */
  public double degrees() {
    double a = unbiasedSkewness();
    return Math.min(units - 1, Math.max(1, 2 * units / (2 + KURTOSIS_OF_SKEWNESS * units * a * a)));
  }

  /**
   * Returns the skewness of R without the bias of a sample, in which the skewness of a unit, g = a
   * sqrt(n), is too small (Bobée and Robitaille 1975, "Correction of bias in the estimation of the
   * coefficient of skewness", for gamma distributions).
   */
  private double unbiasedSkewness() {
    double n = units;
    double square = n * skewness * skewness;
    return skewness * (1 + 6.51 / n + 20.2 / (n * n) + (1.48 / n + 6.77 / (n * n)) * square);
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
        : interval(StudentT.simultaneous(degrees(), intervals));
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
    return StudentT.above(transformed((value - cut) / error()), degrees());
  }

  /**
   * Returns the same p-value on the logarithmic scale, without a correction for skewness, as lifts
   * need it; {@code cut} must be positive.
   */
  public double logPAtMost(double cut) {
    double log = Math.log(value);
    return value > 0 ? new Ratio(units, log, variance / (value * value)).pAtMost(Math.log(cut)) : 1;
  }

  /**
   * Returns the two-sided p-value of the hypothesis that the true value is {@code point}; 1 if the
   * value or its error is not known.
   */
  public double pEqual(double point) {
    if (!(error() > 0)) {
      return error() == 0 && value != point ? 0 : 1;
    }
    double t = Math.abs(transformed((value - point) / error()));
    return Math.min(1, 2 * StudentT.above(t, degrees()));
  }

  private double transformed(double t) {
    double a = unbiasedSkewness();
    double cube = 1 + a * t / 3;
    return Math.abs(a) < SYMMETRIC ? t : (cube * cube * cube - 1) / a + a / 6;
  }

  /** Returns the T whose transformation g(T) is t. */
  private double untransformed(double t) {
    double a = unbiasedSkewness();
    return Math.abs(a) < SYMMETRIC ? t : 3 / a * (Math.cbrt(1 + a * (t - a / 6)) - 1);
  }

  /** Returns the quantile of Student's t for a 95 % interval. */
  private double quantile() {
    return Double.isNaN(variance) ? Double.NaN : StudentT.quantile(degrees());
  }
}
