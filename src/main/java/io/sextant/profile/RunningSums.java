package io.sextant.profile;

/**
 * One head's map summed along its rows, so that what goes to any range of keys is a difference of
 * two numbers. Weights are float32 and sums float64: but for weights beneath 2^-29 no digit is
 * lost.
 */
final class RunningSums {
  /** {@code upTo[at(query, key)]}: sum of the weights of the keys before {@code key}. */
  double[] upTo = new double[0];

  private int n;

  /**
   * Reads n rows of n weights.
   *
   * @param first index in {@code weights} at which the first row starts
   */
  void read(float[] weights, int first, int n) {
    this.n = n;
    if (upTo.length < n * (n + 1)) {
      upTo = new double[n * (n + 1)];
    }
    for (int query = 0; query < n; query++) {
      int row = first + query * n;
      int at = at(n, query, 0);
      double sum = 0;
      upTo[at] = 0;
      for (int key = 0; key < n; key++) {
        sum += weights[row + key];
        upTo[at + key + 1] = sum;
      }
    }
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

  /** Sum of a row. */
  double total(int query) {
    return upTo[at(n, query, n)];
  }

  /** |query - key| weighted by what the query gives to each key. */
  double distance(int query) {
    int row = at(n, query, 0);
    double before = 0;
    double after = 0;
    for (int key = row + 1; key <= row + query; key++) {
      before += upTo[key];
    }
    for (int key = row + query + 1; key < row + n; key++) {
      after += upTo[key];
    }
    return before + (n - 1 - query) * upTo[row + n] - after;
  }
}
