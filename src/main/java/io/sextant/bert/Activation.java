package io.sextant.bert;

/** What the feed-forward layer applies between its two linear layers. */
public enum Activation {
  /** x Phi(x) with the exact normal distribution function (Hendrycks and Gimpel 2016). */
  GELU,
  /** Its approximation by tanh: x/2 (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3))). */
  GELU_TANH,
  /** max(x, 0). */
  RELU
}
