package io.sextant.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {

  @Test
  void theSumIsTheLeastOfAllPermutations() {
    Random random = new Random(4);
    for (int trial = 0; trial < 50; trial++) {
      double[][] costs = random(1 + trial % 7, random);
      int[] columns = Assignment.of(costs);
      assertThat(columns).doesNotHaveDuplicates();
      double sum = 0;
      for (int row = 0; row < columns.length; row++) {
        sum += costs[row][columns[row]];
      }
      assertThat(sum).isEqualTo(least(costs, 0, 0), within(1e-12));
    }
  }

  @Test
  void rowsThatAreLeftOverHaveNoColumn() {
    double[][] tall = {{5, 1}, {2, 2}, {1, 9}};
    assertThat(Assignment.of(tall)).containsExactly(1, -1, 0);
    double[][] wide = {{5, 2, 1}, {1, 9, 4}};
    assertThat(Assignment.of(wide)).containsExactly(2, 0);
  }

  @Test
  void noRowsHaveNoColumns() {
    assertThat(Assignment.of(new double[0][])).isEmpty();
  }

  private static double[][] random(int n, Random random) {
    double[][] costs = new double[n][n];
    for (double[] row : costs) {
      for (int column = 0; column < n; column++) {
        row[column] = random.nextDouble() - .3;
      }
    }
    return costs;
  }

  /** Returns the least sum of the rows from one on, of columns that are not used yet. */
  private static double least(double[][] costs, int row, int used) {
    if (row == costs.length) {
      return 0;
    }
    double least = Double.POSITIVE_INFINITY;
    for (int column = 0; column < costs.length; column++) {
      if ((used >> column & 1) == 0) {
        least = Math.min(least, costs[row][column] + least(costs, row + 1, used | 1 << column));
      }
    }
    return least;
  }
}
