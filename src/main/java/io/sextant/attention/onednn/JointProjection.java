package io.sextant.attention.onednn;

import io.sextant.bert.Dense;
import java.util.List;

/**
 * Linear layers of the same input, concatenated so that one product computes them all.
 *
 * @param kernel the weights, [in, sum of the outs] row-major
 * @param bias the biases, [sum of the outs]
 */
record JointProjection(float[] kernel, float[] bias) {

  /**
   * Concatenates query, key and possibly value. The scale of the scores is applied to the query
   * (Vaswani et al. 2017, section 3.2.1).
   *
   * @param parts layers of equal shapes, of which the first is the query
   * @param scale the factor of the scores
   */
  static JointProjection of(List<Dense> parts, double scale) {
    int in = parts.get(0).kernel().shape().get(0);
    int out = parts.get(0).kernel().shape().get(1);
    int width = out * parts.size();
    float[] kernel = new float[in * width];
    float[] bias = new float[width];
    for (int part = 0; part < parts.size(); part++) {
      float[] weights = parts.get(part).kernel().toArray();
      float[] offsets = parts.get(part).bias().toArray();
      if (part == 0) {
        scale(weights, scale);
        scale(offsets, scale);
      }
      for (int row = 0; row < in; row++) {
        System.arraycopy(weights, row * out, kernel, row * width + part * out, out);
      }
      System.arraycopy(offsets, 0, bias, part * out, out);
    }
    return new JointProjection(kernel, bias);
  }

  private static void scale(float[] values, double factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (values[i] * factor);
    }
  }
}
