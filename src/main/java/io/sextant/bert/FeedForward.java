package io.sextant.bert;

/**
 * The weights of a layer's feed-forward network: f(x W_1) W_2, or with a gate (f(x W_g) * x W_1)
 * W_2, where * multiplies element by element (Shazeer 2020, section 2).
 *
 * @param gate W_g, from hidden to intermediate; null if the network has none
 * @param intermediate W_1, from hidden to intermediate
 * @param output W_2, from intermediate to hidden
 */
public record FeedForward(Dense gate, Dense intermediate, Dense output) {

  /** Creates a network without a gate. */
  public FeedForward(Dense intermediate, Dense output) {
    this(null, intermediate, output);
  }

  /** Returns the layer whose result the activation is applied to. */
  public Dense activated() {
    return gate == null ? intermediate : gate;
  }
}
