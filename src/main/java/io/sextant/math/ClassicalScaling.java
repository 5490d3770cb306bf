package io.sextant.math;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Classical multidimensional scaling (Torgerson 1952): points in the plane whose distances are as
 * near as a projection can make them to those given. Points whose distances already are those of
 * points in a plane get that figure, up to a turn and a reflection.
 */
public final class ClassicalScaling {
  private static final int PLANE = 2;

  private ClassicalScaling() {}

  /**
   * The points, centred; the first coordinate has the greater spread. Of the two signs that a
   * coordinate could have, the one in which its greatest value by magnitude is positive.
   *
   * @param distances symmetric, with zeros on the diagonal
   * @return x and y of every point
   */
  public static double[][] plane(double[][] distances) {
    int n = distances.length;
    EigenDecomposition eigen =
        new EigenDecomposition(new Array2DRowRealMatrix(centredProducts(distances), false));
    double[][] points = new double[n][PLANE];
    for (int axis = 0; axis < Math.min(PLANE, n); axis++) {
      double[] direction = eigen.getEigenvector(axis).toArray();
      double spread = Math.sqrt(Math.max(0, eigen.getRealEigenvalue(axis)));
      double scale = greatest(direction) < 0 ? -spread : spread;
      for (int i = 0; i < n; i++) {
        points[i][axis] = scale * direction[i];
      }
    }
    return points;
  }

  /** The products of the points with each other, seen from their middle: -J D^2 J / 2. */
  private static double[][] centredProducts(double[][] distances) {
    int n = distances.length;
    double[] rowMeans = new double[n];
    double mean = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        rowMeans[i] += distances[i][j] * distances[i][j] / n;
      }
      mean += rowMeans[i] / n;
    }
    double[][] products = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double squared = distances[i][j] * distances[i][j];
        products[i][j] = (rowMeans[i] + rowMeans[j] - mean - squared) / 2;
        products[j][i] = products[i][j];
      }
    }
    return products;
  }

  /** The value that is farthest from 0; the first of equals. */
  private static double greatest(double[] values) {
    double greatest = 0;
    for (double value : values) {
      if (Math.abs(value) > Math.abs(greatest)) {
        greatest = value;
      }
    }
    return greatest;
  }
}
