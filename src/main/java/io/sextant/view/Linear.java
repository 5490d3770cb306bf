package io.sextant.view;

import io.sextant.bert.Dense;
import java.util.stream.IntStream;

/**
 * Computes {@code y = x W + b} in float64 for a block of rows at once. Each row of W is read once
 * for all rows of the block, because with few rows most of the time is spent reading the weights.
 */
final class Linear {
  private static final int BLOCK = 16;

  private final float[] kernel;
  private final float[] bias;

  private Linear(float[] kernel, float[] bias) {
    this.kernel = kernel;
    this.bias = bias;
  }

  static Linear of(Dense dense) {
    return new Linear(dense.kernel().toArray(), dense.bias().toArray());
  }

  /** Returns y, [rows, out] row-major, for x, [rows, in] row-major. */
  double[] apply(double[] x, int rows) {
    double[] y = new double[rows * bias.length];
    IntStream.range(0, (rows + BLOCK - 1) / BLOCK)
        .parallel()
        .forEach(block -> apply(x, y, block * BLOCK, Math.min(rows, (block + 1) * BLOCK)));
    return y;
  }

  private void apply(double[] x, double[] y, int from, int to) {
    int out = bias.length;
    int in = kernel.length / out;
    for (int row = from; row < to; row++) {
      for (int o = 0; o < out; o++) {
        y[row * out + o] = bias[o];
      }
    }
    for (int i = 0; i < in; i++) {
      for (int row = from; row < to; row++) {
        double factor = x[row * in + i];
        int at = row * out;
        for (int o = 0; o < out; o++) {
          y[at + o] += factor * kernel[i * out + o];
        }
      }
    }
  }
}
