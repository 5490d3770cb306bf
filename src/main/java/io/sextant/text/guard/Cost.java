package io.sextant.text.guard;

/**
 * An upper bound of the steps that a backtracking matcher takes from one place of a text of n
 * characters: a polynomial of n.
 */
public final class Cost {
  static final Cost ONE = new Cost(1);

  /** As long as any text of ours. */
  private static final int LONGEST = 1 << 30;

  /** {@code factors[k]} is that of n to the power of k. */
  private final double[] factors;

  Cost(double... factors) {
    this.factors = factors;
  }

  /**
   * Of one expression after another: every way of the first may be followed by all of the other.
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

  /** Of one expression or another. */
  Cost or(Cost other) {
    double[] sum = new double[Math.max(factors.length, other.factors.length)];
    for (int power = 0; power < sum.length; power++) {
      sum[power] =
          (power < factors.length ? factors[power] : 0)
              + (power < other.factors.length ? other.factors[power] : 0);
    }
    return new Cost(sum);
  }

  /** Steps from one place of a text of so many characters. */
  double steps(double characters) {
    double steps = 0;
    for (int power = factors.length - 1; power >= 0; power--) {
      steps = steps * characters + factors[power];
    }
    return steps;
  }

  /** The longest text that takes at most so many steps from one place. */
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
