package io.sextant.bert;

import org.apache.commons.math3.special.Erf;

/** The activation functions between two linear layers. */
public enum Activation {
  /** x Phi(x) with the exact normal distribution function (Hendrycks and Gimpel 2016). */
  GELU,
  /** The approximation of GELU by tanh: x/2 (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3))). */
  GELU_TANH,
  /** max(x, 0). */
  RELU,
  /** x / (1 + exp(-x)), the sigmoid linear unit, also called swish. */
  SILU;

  /** Returns the value of the function at x, in float64. */
  public double of(double x) {
    return switch (this) {
      case GELU -> x / 2 * (1 + Erf.erf(x / Math.sqrt(2)));
      case GELU_TANH -> x / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + .044715 * x * x * x)));
      case RELU -> Math.max(x, 0);
      case SILU -> x / (1 + Math.exp(-x));
    };
  }
}
