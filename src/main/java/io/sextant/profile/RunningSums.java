package io.sextant.profile;

/**
 * One head's map summed along its rows, so that what goes to any range of keys is a difference of
 * two numbers. Weights are float32 and sums float64: but for weights beneath 2^-29 no digit is
 * lost.
 */
final class RunningSums {
  /** {@code upTo[at(n, query, key)]}: sum of the query's weights before {@code key}. */
  double[] upTo = new double[0];

  /** By query: sum of its weights. */
  double[] total = new double[0];

  private int n;

  /**
   * Reads n rows of n weights.
   *
   * @param first index in {@code weights} at which the first row starts
   */
  void read(float[] weights, int first, int n) {
    this.n = n;
    if (total.length < n) {
      upTo = new double[n * (n + 1)];
      total = new double[n];
    }
    // Two rows at a time: a sum waits for the one before it, and not for the other row's.
    for (int query = 0; query < n; query += 2) {
      readRows(weights, first, query, Math.min(query + 1, n - 1));
    }
  }

  private void readRows(float[] weights, int first, int query, int other) {
    int row = first + query * n;
    int otherRow = first + other * n;
    int at = at(n, query, 0);
    int otherAt = at(n, other, 0);
    double sum = 0;
    double otherSum = 0;
    upTo[at] = 0;
    upTo[otherAt] = 0;
    for (int key = 0; key < n; key++) {
      sum += weights[row + key];
      otherSum += weights[otherRow + key];
      upTo[at + key + 1] = sum;
      upTo[otherAt + key + 1] = otherSum;
    }
    total[query] = sum;
    total[other] = otherSum;
  }

  /** Index of a sum, of maps with n rows; keys go to n, the sum of the row. */
  static int at(int n, int query, int key) {
    return query * (n + 1) + key;
  }

  /** What a query gives to the keys from {@code from} (inclusive) to {@code to} (exclusive). */
  double of(int query, int from, int to) {
    int row = at(n, query, 0);
    return upTo[row + to] - upTo[row + from];
  }
}
