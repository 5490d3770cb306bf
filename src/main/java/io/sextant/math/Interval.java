package io.sextant.math;

/**
 * A value with its 95 % confidence interval. In a table it fills three columns: that of its own
 * name, and those of the name with {@code _low} and {@code _high}. NaN stands for "not measured".
 */
public record Interval(double value, double low, double high) {
  /** Nothing was measured. */
  public static final Interval NONE = new Interval(Double.NaN, Double.NaN, Double.NaN);

  /** The same, with bounds that stay in a range. */
  public Interval within(double least, double greatest) {
    return new Interval(value, Math.max(least, low), Math.min(greatest, high));
  }
}
