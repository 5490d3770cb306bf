package io.sextant.math;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Classical multidimensional scaling (Torgerson 1952), which finds points in the plane whose
 * distances approximate the given distances. If the given distances are those of points in a plane,
 * these points are found, up to rotation and reflection.
 */
public final class ClassicalScaling {
  private static final int PLANE = 2;

  private ClassicalScaling() {}

  /**
   * Returns the points, centred, such that the first coordinate has the greater variance. The sign
   * of each coordinate is chosen such that its value of greatest magnitude is positive.
   *
   * @param distances a symmetric matrix with zeros on the diagonal
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

  /** Returns the products of the centred points with each other: -J D^2 J / 2. */
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

  /** Returns the value of greatest magnitude, the first if there are several. */
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
