package io.sextant.linguistics;

import io.sextant.math.Cosine;
import java.util.Arrays;

/**
 * A vector of length 1 that is compared with many others. It is divided into four pieces, because
 * HotSpot's compiler vectorises a loop over several arrays, but not the sum of one. Instances are
 * not thread-safe.
 */
final class UnitVector {
  private static final int PIECES = 4;

  private final float[] values;

  /** The values in pieces, whose length is a multiple of 4; they are padded with zeros. */
  private final float[][] pieces = new float[PIECES][];

  /** The sums over the pieces of the products with the vector that this one is compared with. */
  private final float[] products;

  /** The greatest difference between cosines of which the terms are added in different orders. */
  private final float margin;

  UnitVector(float[] values) {
    this.values = values;
    int length = (values.length + 4 * PIECES - 1) / (4 * PIECES) * 4;
    float[] padded = Arrays.copyOf(values, PIECES * length);
    for (int piece = 0; piece < PIECES; piece++) {
      pieces[piece] = Arrays.copyOfRange(padded, piece * length, (piece + 1) * length);
    }
    products = new float[length];
    margin = margin(values.length);
  }

  /**
   * Returns a bound for {@link #margin}. Each of two sums of n products is off by at most n times
   * half an ulp of 1 (Higham 2002, section 3.1); a few more are for the lengths, which are rounded.
   */
  private static float margin(int n) {
    return (n + 8) * Math.ulp(1f);
  }

  /**
   * Returns whether {@link Cosine#of} this and another vector exceeds a threshold. It is computed
   * only if a cosine that is faster to compute is too close to the threshold to tell.
   */
  boolean isNear(UnitVector other, float threshold) {
    float cosine = cosine(other);
    return Math.abs(cosine - threshold) > margin
        ? cosine > threshold
        : Cosine.of(values, other.values) > threshold;
  }

  private float cosine(UnitVector other) {
    Arrays.fill(products, 0);
    for (int piece = 0; piece < PIECES; piece += 2) {
      multiply(pieces[piece], other.pieces[piece], pieces[piece + 1], other.pieces[piece + 1]);
    }
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    for (int i = 0; i < products.length; i += 4) {
      s0 += products[i];
      s1 += products[i + 1];
      s2 += products[i + 2];
      s3 += products[i + 3];
    }
    return (s0 + s1) + (s2 + s3);
  }

  private void multiply(float[] a, float[] b, float[] c, float[] d) {
    float[] sums = products;
    for (int i = 0; i < sums.length; i++) {
      sums[i] += a[i] * b[i] + c[i] * d[i];
    }
  }
}
