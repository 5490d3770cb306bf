package io.sextant.attention.onednn.kernel;

import io.sextant.bert.Activation;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/** An operation on a product, or on a sum, before it is written. */
public enum PostOp {
  NOTHING,
  /** The Gaussian error linear unit, with the exact normal distribution function. */
  GELU,
  /** The approximation of GELU by tanh. */
  GELU_TANH,
  /** max(x, 0). */
  RELU,
  /** x / (1 + exp(-x)). */
  SILU,
  /** The square. */
  SQUARE,
  /** The square root. */
  ROOT,
  /** The residual connection: the result is added to the destination in float32. */
  ADD;

  /** Returns the operation that is an activation function. */
  public static PostOp of(Activation activation) {
    return switch (activation) {
      case GELU -> GELU;
      case GELU_TANH -> GELU_TANH;
      case RELU -> RELU;
      case SILU -> SILU;
    };
  }

  /**
   * Returns a kernel's attributes with this operation.
   *
   * @param more whether the result is added to the destination before the operation
   */
  public primitive_attr attributes(boolean more) {
    primitive_attr attributes = Cpu.attributes();
    try (post_ops after = new post_ops()) {
      if (more) {
        after.append_sum();
      }
      append(after);
      attributes.set_post_ops(after);
    }
    return attributes;
  }

  private void append(post_ops after) {
    switch (this) {
      case NOTHING, ADD -> {}
      case GELU -> after.append_eltwise(algorithm.eltwise_gelu_erf, 0, 0);
      case GELU_TANH -> after.append_eltwise(algorithm.eltwise_gelu_tanh, 0, 0);
      case RELU -> after.append_eltwise(algorithm.eltwise_relu, 0, 0);
      case SILU -> after.append_eltwise(algorithm.eltwise_swish, 1, 0);
      case SQUARE -> after.append_eltwise(algorithm.eltwise_square, 0, 0);
      case ROOT -> after.append_eltwise(algorithm.eltwise_sqrt, 0, 0);
    }
  }
}
