package io.sextant.math;

/**
 * The cosine of the angle between vectors. Terms are summed in a fixed order, so that the result
 * has the same bits on every machine.
 */
public final class Cosine {
  private Cosine() {}

  /** Scales a vector to length 1; a vector of zeros is not changed. */
  public static void normalise(float[] vector) {
    float square = of(vector, vector);
    if (square > 0) {
      float scale = (float) (1 / Math.sqrt(square));
      for (int d = 0; d < vector.length; d++) {
        vector[d] *= scale;
      }
    }
  }

  /**
   * Returns the cosine of two vectors of length 1. Four independent sums are used because additions
   * to a single sum would wait for each other.
   */
  public static float of(float[] a, float[] b) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int d = 0;
    for (; d + 3 < a.length; d += 4) {
      s0 += a[d] * b[d];
      s1 += a[d + 1] * b[d + 1];
      s2 += a[d + 2] * b[d + 2];
      s3 += a[d + 3] * b[d + 3];
    }
    for (; d < a.length; d++) {
      s0 += a[d] * b[d];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
