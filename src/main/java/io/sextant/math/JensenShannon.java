package io.sextant.math;

import java.util.Arrays;

/**
 * The Jensen-Shannon distance of two distributions, which is the square root of their divergence in
 * nats. It is a metric (Endres and Schindelin 2003) that is 0 for equal distributions and sqrt(ln
 * 2) for distributions with disjoint supports.
 *
 * <p>The divergence of p and q is half the sum of (p + q) h(t) over the values, with t = (p - q) /
 * (p + q) and h(t) = ((1 + t) ln(1 + t) + (1 - t) ln(1 - t)) / 2. No term is negative, so nothing
 * cancels, and h(t) / t^2 is approximated by a quotient of polynomials in 1 - t^2 with positive
 * coefficients. It was fitted for the least greatest relative error, which is 7e-6. With the
 * rounding of the sums in float32, a distance has a relative error of less than 1e-5.
 */
public final class JensenShannon {
  private static final double LN_2 = Math.log(2);

  /** The number of values that are summed in float32 before their sum is added in float64. */
  private static final int BLOCK = 64;

  /** A number that keeps 0 / 0 from occurring; it changes no quotient of greater numbers. */
  private static final float TINY = Float.MIN_NORMAL;

  private JensenShannon() {}

  /**
   * Sets the distances of one distribution to those before it.
   *
   * @param values the values of all distributions; those of one index of all distributions are
   *     adjacent
   * @param from the index of the first value of the first distribution
   * @param all the number of distributions
   * @param n the number of values of a distribution
   * @param one the distribution that is compared with those from 0 to {@code one} - 1
   * @param distances receives the distances
   */
  public static void distances(
      float[] values, int from, int all, int n, int one, double[] distances) {
    Arrays.fill(distances, 0, one, 0);
    float[] sums = new float[one];
    float[] squares = new float[one];
    float[] block = new float[one];
    for (int i = 0; i < n; i++) {
      int row = from + i * all;
      read(values, row, values[row + one], sums, squares);
      approximate(squares);
      for (int other = 0; other < one; other++) {
        block[other] += sums[other] * squares[other];
      }
      if (i % BLOCK == BLOCK - 1 || i == n - 1) {
        for (int other = 0; other < one; other++) {
          distances[other] += block[other];
          block[other] = 0;
        }
      }
    }
    // Rows sum to 1 only up to rounding (1e-6), so the divergence can be slightly too large.
    for (int other = 0; other < one; other++) {
      distances[other] = Math.sqrt(Math.min(LN_2, distances[other] / 2));
    }
  }

  /**
   * Sets p + q and t^2 for one value p and the values q of others. This loop and the next have few
   * operations each, because the JIT compiler vectorizes no long ones.
   */
  private static void read(float[] values, int from, float p, float[] sums, float[] squares) {
    for (int other = 0; other < sums.length; other++) {
      float q = values[from + other];
      float sum = p + q;
      float t = (p - q) / (sum + TINY);
      sums[other] = sum;
      squares[other] = t * t;
    }
  }

  /** Replaces every t^2 by h(t). */
  private static void approximate(float[] squares) {
    for (int i = 0; i < squares.length; i++) {
      float square = squares[i];
      float x = 1 - square;
      float above =
          ((((1305059.62f * x + 8000427f) * x + 3617817.5f) * x + 217593.969f) * x + 1539.94421f)
                  * x
              + 0.693142533f;
      float below =
          ((((5137688.5f * x + 15202304f) * x + 5623914f) * x + 318568.625f) * x + 2224.9707f) * x
              + 1;
      squares[i] = square * (above / below);
    }
  }
}
