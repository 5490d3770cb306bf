package io.sextant.math;

import java.util.Arrays;

/**
 * The assignment of rows to columns with the least sum of costs, by shortest augmenting paths (the
 * Hungarian method; Kuhn 1955, with the dual variables of Jonker and Volgenant 1987). It takes
 * O(n^3) time for n rows or columns, whichever are more.
 */
public final class Assignment {
  private final double[][] costs;
  private final int n;

  /** The dual variables of the rows and of the columns; 0 is a column that stands for none. */
  private final double[] ofRows;

  private final double[] ofColumns;

  /** For each column, from 1, the row that has it, from 1; 0 if none has. */
  private final int[] rowOf;

  private Assignment(double[][] costs) {
    this.costs = square(costs);
    this.n = this.costs.length;
    this.ofRows = new double[n + 1];
    this.ofColumns = new double[n + 1];
    this.rowOf = new int[n + 1];
  }

  /**
   * Returns the matrix with rows or columns of the cost 0 added, which stand for none: they change
   * every assignment's sum by the same.
   */
  private static double[][] square(double[][] costs) {
    int n = Math.max(costs.length, columns(costs));
    double[][] square = new double[n][];
    for (int row = 0; row < n; row++) {
      square[row] = row < costs.length ? Arrays.copyOf(costs[row], n) : new double[n];
    }
    return square;
  }

  private static int columns(double[][] costs) {
    return costs.length == 0 ? 0 : costs[0].length;
  }

  /**
   * Returns the column of every row; -1 for rows without one, where there are more rows than
   * columns.
   *
   * @param costs a matrix of finite numbers, whose rows are of equal length
   */
  public static int[] of(double[][] costs) {
    Assignment assignment = new Assignment(costs);
    for (int row = 1; row <= assignment.n; row++) {
      assignment.add(row);
    }
    int[] columns = new int[costs.length];
    Arrays.fill(columns, -1);
    for (int column = 1; column <= columns(costs); column++) {
      int row = assignment.rowOf[column] - 1;
      if (row < costs.length) {
        columns[row] = column - 1;
      }
    }
    return columns;
  }

  /** Gives a row a column, and other rows others, along the cheapest path to a free column. */
  private void add(int row) {
    double[] least = new double[n + 1];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    boolean[] done = new boolean[n + 1];
    int[] before = new int[n + 1];
    rowOf[0] = row;
    int column = 0;
    while (rowOf[column] != 0) {
      done[column] = true;
      int next = nearest(column, least, done, before);
      shift(least[next], least, done);
      column = next;
    }
    while (column != 0) {
      int previous = before[column];
      rowOf[column] = rowOf[previous];
      column = previous;
    }
  }

  /** Returns the column that is nearest to the path, which has just reached a column. */
  private int nearest(int reached, double[] least, boolean[] done, int[] before) {
    int row = rowOf[reached];
    int nearest = 0;
    for (int column = 1; column <= n; column++) {
      if (done[column]) {
        continue;
      }
      double cost = costs[row - 1][column - 1] - ofRows[row] - ofColumns[column];
      if (cost < least[column]) {
        least[column] = cost;
        before[column] = reached;
      }
      if (nearest == 0 || least[column] < least[nearest]) {
        nearest = column;
      }
    }
    return nearest;
  }

  private void shift(double by, double[] least, boolean[] done) {
    for (int column = 0; column <= n; column++) {
      if (done[column]) {
        ofRows[rowOf[column]] += by;
        ofColumns[column] -= by;
      } else {
        least[column] -= by;
      }
    }
  }
}
