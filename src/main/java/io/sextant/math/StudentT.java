package io.sextant.math;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.commons.math3.distribution.TDistribution;

/** Student's t distribution. */
public final class StudentT {
  /** The probability on either side of a 95 % interval. */
  private static final double TAIL = 0.025;

  /**
   * A cache of quantiles. A quantile takes microseconds to compute, and tables need the same ones
   * repeatedly.
   */
  private static final AtomicReferenceArray<Found> FOUND = new AtomicReferenceArray<>(1 << 10);

  private record Found(double degrees, double tail, double quantile) {}

  private StudentT() {}

  /** Returns the half-width of a 95 % interval, in standard errors. */
  public static double quantile(double degrees) {
    return quantile(degrees, TAIL);
  }

  /**
   * Returns the half-width, in standard errors, of each of m intervals that contain the true values
   * simultaneously with at least 95 % confidence, whatever their correlations (Sidak 1967). Each
   * interval has the confidence .95^(1/m).
   */
  public static double simultaneous(double degrees, int intervals) {
    return quantile(degrees, (1 - Math.pow(1 - 2 * TAIL, 1. / intervals)) / 2);
  }

  /** Returns the value that is exceeded with the given probability. */
  private static double quantile(double degrees, double tail) {
    int slot = (31 * Double.hashCode(degrees) + Double.hashCode(tail)) * 0x9e3779b1 >>> 22;
    Found found = FOUND.get(slot);
    if (found == null || found.degrees != degrees || found.tail != tail) {
      TDistribution distribution = new TDistribution(null, degrees);
      found = new Found(degrees, tail, -distribution.inverseCumulativeProbability(tail));
      FOUND.set(slot, found);
    }
    return found.quantile;
  }

  /** Returns the probability of a value greater than t. */
  public static double above(double t, double degrees) {
    return new TDistribution(null, degrees).cumulativeProbability(-t);
  }
}
