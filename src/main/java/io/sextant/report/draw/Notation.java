package io.sextant.report.draw;

import java.util.Locale;

/** How numbers are written: shares without the leading zero, a dash for what was not measured. */
public final class Notation {
  public static final String NOT_MEASURED = "–";

  private Notation() {}

  /** A share, 0 to 1, or a correlation in two digits: {@code .87}, {@code -.05}. */
  public static String share(double share) {
    return decimals(share, 2);
  }

  /** A share, 0 to 1, in three digits: {@code .872}. */
  public static String exactShare(double share) {
    return decimals(share, 3);
  }

  /** A lift as it fits a cell: {@code .42}, {@code 3.1}. */
  public static String lift(double lift) {
    return decimals(lift, lift < .995 ? 2 : lift < 9.95 ? 1 : 0);
  }

  /** A lift in one digit more: {@code .423}, {@code 3.14}, {@code 25.3}. */
  static String exactLift(double lift) {
    return decimals(lift, lift < .9995 ? 3 : lift < 9.995 ? 2 : 1);
  }

  /** An interval of values written by one of the other methods. */
  public static String interval(String low, String high) {
    return low.equals(NOT_MEASURED) || high.equals(NOT_MEASURED) ? "" : low + " – " + high;
  }

  /** A q-value: three digits, {@code < .001} below. */
  static String q(double q) {
    return q < .001 ? "< .001" : decimals(q, 3);
  }

  /** Nats, positions: two decimals with the zero before the point. */
  static String plain(double value) {
    return Double.isNaN(value) ? NOT_MEASURED : String.format(Locale.ROOT, "%.2f", value);
  }

  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** {@code 1 pair}, {@code 2,000 pairs}. */
  public static String count(long count, String noun) {
    return count(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** Wall seconds: {@code 42 s}, {@code 3 min 5 s}, {@code 2 h 10 min}. */
  public static String duration(double seconds) {
    long s = Math.round(seconds);
    if (s < 60) {
      return seconds < 9.95 ? decimals(seconds, 1).replaceFirst("^\\.", "0.") + " s" : s + " s";
    }
    return s < 3600 ? s / 60 + " min " + s % 60 + " s" : s / 3600 + " h " + s % 3600 / 60 + " min";
  }

  private static String decimals(double value, int digits) {
    if (Double.isNaN(value)) {
      return NOT_MEASURED;
    }
    if (Double.isInfinite(value)) {
      return "∞";
    }
    String text = String.format(Locale.ROOT, "%." + digits + "f", value);
    return text.replaceFirst("^-(?=[0.]*$)", "").replaceFirst("^(-?)0\\.", "$1.");
  }
}
