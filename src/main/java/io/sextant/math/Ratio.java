package io.sextant.math;

/**
 * A ratio of two sums over n independent units, with its variance by the delta method: Var R =
 * n/(n-1) sum((x - R y)^2) / (sum y)^2 (Cochran 1977, section 6.4). Its studentised distance from
 * the truth is Student's t with n - 1 degrees of freedom after the transformation g(T) = ((1 + aT /
 * 3)^3 - 1) / a + a / 6 (Hall 1992, "On the removal of skewness by transformation", section 2), in
 * which a is the skewness of R; where it is not known, a is 0 and g(T) = T.
 *
 * @param units number of units n, or of as many as give the variance its degrees of freedom
 * @param value R = sum x / sum y; NaN if sum y is 0
 * @param variance of R; NaN for fewer than two units
 * @param skewness a = sum((x - R y)^3) / sum((x - R y)^2)^1.5; 0 if it is not known
 */
public record Ratio(long units, double value, double variance, double skewness) {
  /** Less skewness than this changes nothing. */
  private static final double SYMMETRIC = 1e-6;

  /** A ratio whose skewness is not known. */
  public Ratio(long units, double value, double variance) {
    this(units, value, variance, 0);
  }

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

  /** The same ratio, its skewness known from sum((x - R y)^3) / (sum y)^3. */
  public Ratio skewed(double cubes) {
    double squares = variance * (units - 1) / units;
    return squares > 0
        ? new Ratio(units, value, variance, cubes / (squares * Math.sqrt(squares)))
        : this;
  }

  /**
   * The same ratio with an error besides that is independent of the units, and whose variance is
   * known with so many degrees of freedom; those of both are Satterthwaite's (1946).
   */
  public Ratio plus(double more, double degrees) {
    if (more == 0) {
      return this;
    }
    double sum = variance + more;
    double together = sum * sum / (variance * variance / (units - 1) + more * more / degrees);
    return new Ratio((long) together + 1, value, sum, skewness);
  }

  /** Degrees of freedom of the variance. */
  public double degrees() {
    return units - 1;
  }

  /** Standard error; NaN for fewer than two units. */
  public double error() {
    return Math.sqrt(variance);
  }

  /** The value with its 95 % interval, which has no ends for fewer than two units. */
  public Interval interval() {
    return interval(quantile());
  }

  /** The value with its interval among as many that hold the truth together, 95 % of the time. */
  public Interval simultaneous(int intervals) {
    return Double.isNaN(variance)
        ? interval()
        : interval(StudentT.simultaneous(units - 1, intervals));
  }

  private Interval interval(double t) {
    return new Interval(
        value, value - error() * untransformed(t), value - error() * untransformed(-t));
  }

  /** The value with an interval that is symmetric on the logarithmic scale; for lifts. */
  public Interval logInterval() {
    return new Interval(value, logLow(), logHigh());
  }

  /** Lower bound of an interval that is symmetric on the logarithmic scale; for lifts. */
  public double logLow() {
    return value * Math.exp(-quantile() * error() / value);
  }

  /** Upper bound of the same; NaN where it has no finite one. */
  double logHigh() {
    double high = value * Math.exp(quantile() * error() / value);
    return Double.isInfinite(high) ? Double.NaN : high;
  }

  /** One-sided p-value of the hypothesis that the truth is at most a cut; 1 if nothing is known. */
  public double pAtMost(double cut) {
    if (!(error() > 0)) {
      return error() == 0 && value > cut ? 0 : 1;
    }
    return StudentT.above(transformed((value - cut) / error()), units - 1);
  }

  /** The same on the logarithmic scale, without regard to skewness; for lifts and positive cuts. */
  public double logPAtMost(double cut) {
    double log = Math.log(value);
    return value > 0 ? new Ratio(units, log, variance / (value * value)).pAtMost(Math.log(cut)) : 1;
  }

  private double transformed(double t) {
    double cube = 1 + skewness * t / 3;
    return Math.abs(skewness) < SYMMETRIC ? t : (cube * cube * cube - 1) / skewness + skewness / 6;
  }

  /** The T whose g(T) this is. */
  private double untransformed(double t) {
    return Math.abs(skewness) < SYMMETRIC
        ? t
        : 3 / skewness * (Math.cbrt(1 + skewness * (t - skewness / 6)) - 1);
  }

  /** Of Student's t, the quantile that leaves half of 5 % above it. */
  private double quantile() {
    return Double.isNaN(variance) ? Double.NaN : StudentT.quantile(units - 1);
  }
}
