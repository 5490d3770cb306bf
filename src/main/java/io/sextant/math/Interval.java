package io.sextant.math;

/**
 * A value with its 95 % confidence interval. A table has three columns for it: one with its name,
 * and two with the suffixes {@code _low} and {@code _high}. NaN means that the number was not
 * measured.
 */
public record Interval(double value, double low, double high) {
  /** The interval of a value that was not measured. */
  public static final Interval NONE = new Interval(Double.NaN, Double.NaN, Double.NaN);

  /** Returns the same value with bounds that are limited to a range. */
  public Interval within(double least, double greatest) {
    return new Interval(value, Math.max(least, low), Math.min(greatest, high));
  }
}
