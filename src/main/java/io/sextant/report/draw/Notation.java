package io.sextant.report.draw;

import java.util.Locale;

/** Formats numbers: shares without a leading zero, and a dash for a value that was not measured. */
public final class Notation {
  public static final String NOT_MEASURED = "–";

  private Notation() {}

  /** Formats a share, 0 to 1, or a correlation with two decimals: {@code .87}, {@code -.05}. */
  public static String share(double share) {
    return decimals(share, 2);
  }

  /** Formats a share, 0 to 1, with three decimals: {@code .872}. */
  public static String exactShare(double share) {
    return decimals(share, 3);
  }

  /** Formats a lift with two digits, which fit a cell: {@code .42}, {@code 3.1}. */
  public static String lift(double lift) {
    return decimals(lift, lift < .995 ? 2 : lift < 9.95 ? 1 : 0);
  }

  /** Formats an interval of two formatted values. */
  public static String interval(String low, String high) {
    return low.equals(NOT_MEASURED) || high.equals(NOT_MEASURED) ? "" : low + " – " + high;
  }

  /** Formats a q-value with three decimals, or as {@code < .001}. */
  static String q(double q) {
    return q < .001 ? "< .001" : decimals(q, 3);
  }

  /** Formats other numbers, such as nats and positions, with two decimals and a leading zero. */
  static String plain(double value) {
    return Double.isNaN(value) ? NOT_MEASURED : String.format(Locale.ROOT, "%.2f", value);
  }

  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Formats a number of things: {@code 1 pair}, {@code 2,000 pairs}. */
  public static String count(long count, String noun) {
    return count(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** Formats a duration: {@code 42 s}, {@code 3 min 5 s}, {@code 2 h 10 min}. */
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
