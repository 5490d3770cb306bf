package io.sextant.attention;

/** Takes last hidden states as they are made. */
@FunctionalInterface
public interface HiddenStatesSink {

  /**
   * Called once for every pair of a batch, in its order.
   *
   * @param pair index of the pair in the batch
   * @param states the last layer's output, [n, hidden] row-major, n the size of the pair; may be
   *     longer; valid during the call only
   */
  void accept(int pair, float[] states);
}
