package io.sextant.math;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.commons.math3.distribution.TDistribution;

/** Student's t distribution. */
public final class StudentT {
  private static final double CONFIDENCE = 0.95;

  /** A quantile takes microseconds to find, and tables ask for the same ones again and again. */
  private static final AtomicReferenceArray<Found> FOUND = new AtomicReferenceArray<>(1 << 10);

  private record Found(double degrees, double quantile) {}

  private StudentT() {}

  /** The quantile that leaves half of 5 % above it: the half-width of a 95 % interval. */
  public static double quantile(double degrees) {
    int slot = Double.hashCode(degrees) * 0x9e3779b1 >>> 22;
    Found found = FOUND.get(slot);
    if (found == null || found.degrees != degrees) {
      found =
          new Found(
              degrees,
              new TDistribution(null, degrees).inverseCumulativeProbability((1 + CONFIDENCE) / 2));
      FOUND.set(slot, found);
    }
    return found.quantile;
  }

  /** The probability of a greater value. */
  public static double above(double t, double degrees) {
    return new TDistribution(null, degrees).cumulativeProbability(-t);
  }
}
