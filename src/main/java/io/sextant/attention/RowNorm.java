package io.sextant.attention;

import io.sextant.bert.BertModel;
import io.sextant.bert.LayerNorm;

/**
 * Applies a layer norm to rows (Ba et al. 2016). The sums are float64. Instances are safe for use
 * by several threads.
 */
public final class RowNorm {
  private final double epsilon;
  private final float[] gamma;
  private final float[] beta;

  public RowNorm(LayerNorm norm, double epsilon) {
    this.epsilon = epsilon;
    gamma = norm.gamma().toArray();
    beta = norm.beta().toArray();
  }

  /** Returns the norm of an encoder's last hidden states; null if it has none. */
  public static RowNorm last(BertModel model) {
    LayerNorm norm = model.weights().finalNorm();
    return norm == null ? null : new RowNorm(norm, model.config().layerNormEpsilon());
  }

  /** Applies the norm in place to the row that begins at an index. */
  public void apply(float[] values, int row) {
    int width = gamma.length;
    double sum = 0;
    for (int i = 0; i < width; i++) {
      sum += values[row + i];
    }
    double mean = sum / width;
    double squares = 0;
    for (int i = 0; i < width; i++) {
      double centred = values[row + i] - mean;
      squares += centred * centred;
    }
    double scale = 1 / Math.sqrt(squares / width + epsilon);
    for (int i = 0; i < width; i++) {
      values[row + i] = (float) ((values[row + i] - mean) * scale * gamma[i] + beta[i]);
    }
  }

  /** Applies the norm in place to the first rows of an array. */
  public void applyAll(float[] values, int rows) {
    for (int row = 0; row < rows; row++) {
      apply(values, row * gamma.length);
    }
  }
}
