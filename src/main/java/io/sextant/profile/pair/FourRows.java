package io.sextant.profile.pair;

import java.util.Arrays;

/**
 * The sums of four consecutive rows of a map, which are read at once: their sums do not wait for
 * each other, and each sum has the bits that it has if the rows are read one after the other.
 */
final class FourRows {
  /** The number of rows. */
  static final int ROWS = 4;

  /** For each row, the sum of the weights. */
  final double[] sums = new double[ROWS];

  /** For each row, the bits of the greatest weight. */
  final int[] greatest = new int[ROWS];

  /** Resets the sums. */
  void start() {
    Arrays.fill(sums, 0);
    Arrays.fill(greatest, 0);
  }

  /**
   * Adds the weights of some keys. The weight of key k in row r is also added to the diagonal
   * {@code shift + k - r}. A diagonal passes from row to row: while the first row reads key k, the
   * second adds to the diagonal that the first had at key k - 1, and so on, so each diagonal is
   * read and written once.
   *
   * @param row the index of the first row's weight of key 0
   * @param n the number of keys of a row
   */
  void read(float[] weights, int row, int n, int start, int end, double[] diagonals, int shift) {
    if (start >= end) {
      return;
    }
    int b = row + n;
    int c = b + n;
    int d = c + n;
    double sumA = 0;
    double sumB = 0;
    double sumC = 0;
    double sumD = 0;
    int mostA = greatest[0];
    int mostB = greatest[1];
    int mostC = greatest[2];
    int mostD = greatest[3];
    double first = diagonals[shift + start - 1];
    double second = diagonals[shift + start - 2];
    double third = diagonals[shift + start - 3];
    for (int key = start; key < end; key++) {
      float ofA = weights[row + key];
      float ofB = weights[b + key];
      float ofC = weights[c + key];
      float ofD = weights[d + key];
      mostA = Math.max(mostA, Float.floatToRawIntBits(ofA));
      mostB = Math.max(mostB, Float.floatToRawIntBits(ofB));
      mostC = Math.max(mostC, Float.floatToRawIntBits(ofC));
      mostD = Math.max(mostD, Float.floatToRawIntBits(ofD));
      sumA += ofA;
      sumB += ofB;
      sumC += ofC;
      sumD += ofD;
      diagonals[shift + key - 3] = third + ofD;
      third = second + ofC;
      second = first + ofB;
      first = diagonals[shift + key] + ofA;
    }
    diagonals[shift + end - 1] = first;
    diagonals[shift + end - 2] = second;
    diagonals[shift + end - 3] = third;
    add(0, sumA, mostA);
    add(1, sumB, mostB);
    add(2, sumC, mostC);
    add(3, sumD, mostD);
  }

  private void add(int row, double sum, int most) {
    sums[row] += sum;
    greatest[row] = most;
  }
}
