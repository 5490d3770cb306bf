package io.sextant.text.guard;

/**
 * An upper bound of the number of steps of a backtracking matcher from one position of a text, as a
 * polynomial of the text's length n.
 */
public final class Cost {
  static final Cost ONE = new Cost(1);

  /** The greatest length of a text that is considered. */
  private static final int LONGEST = 1 << 30;

  /** The coefficients: {@code factors[k]} belongs to n to the power of k. */
  private final double[] factors;

  Cost(double... factors) {
    this.factors = factors;
  }

  /**
   * Returns the cost of one expression after another, in which every match of the first may be
   * followed by all matches of the other.
   */
  Cost then(Cost other) {
    double[] product = new double[factors.length + other.factors.length - 1];
    for (int i = 0; i < factors.length; i++) {
      for (int j = 0; j < other.factors.length; j++) {
        product[i + j] += factors[i] * other.factors[j];
      }
    }
    return new Cost(product);
  }

  /** Returns the cost of the alternative of two expressions. */
  Cost or(Cost other) {
    double[] sum = new double[Math.max(factors.length, other.factors.length)];
    for (int power = 0; power < sum.length; power++) {
      sum[power] =
          (power < factors.length ? factors[power] : 0)
              + (power < other.factors.length ? other.factors[power] : 0);
    }
    return new Cost(sum);
  }

  /** Returns the steps from one position of a text with a number of characters. */
  double steps(double characters) {
    double steps = 0;
    for (int power = factors.length - 1; power >= 0; power--) {
      steps = steps * characters + factors[power];
    }
    return steps;
  }

  /**
   * Returns the length of the longest text that takes at most {@code most} steps from one position.
   */
  int longest(double most) {
    int low = 0;
    int high = LONGEST;
    while (low < high) {
      int middle = low + (high - low + 1) / 2;
      if (steps(middle) <= most) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
