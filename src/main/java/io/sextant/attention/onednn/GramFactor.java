package io.sextant.attention.onednn;

import io.sextant.bert.BertConfig;
import io.sextant.bert.Dense;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Computes a matrix with which the norms of transformed values cost less than with the output
 * projection. A head transforms its value v to v W_O with its own headSize rows of W_O. With the
 * decomposition W_O^T = Q R, ||v W_O|| = ||v R^T||, which needs headSize numbers per token and head
 * instead of hidden. The form v G v^T with the Gram matrix G = W_O W_O^T would suffer from
 * cancellation.
 */
final class GramFactor {

  private GramFactor() {}

  /**
   * Returns R^T of every head, [heads, headSize, headSize] row-major. The decomposition is computed
   * in float64.
   */
  static float[] of(BertConfig config, Dense attentionOutput) {
    int hidden = config.hidden();
    int width = config.headSize();
    float[] kernel = attentionOutput.kernel().toArray();
    float[] factors = new float[config.heads() * width * width];
    for (int head = 0; head < config.heads(); head++) {
      double[][] transposed = new double[hidden][width];
      for (int row = 0; row < width; row++) {
        for (int column = 0; column < hidden; column++) {
          transposed[column][row] = kernel[(head * width + row) * hidden + column];
        }
      }
      RealMatrix upper = new QRDecomposition(new Array2DRowRealMatrix(transposed, false)).getR();
      for (int row = 0; row < width; row++) {
        for (int column = 0; column < width; column++) {
          factors[(head * width + row) * width + column] = (float) upper.getEntry(column, row);
        }
      }
    }
    return factors;
  }
}
