package io.sextant.attention;

/** Receives the last hidden states when they are computed. */
@FunctionalInterface
public interface HiddenStatesSink {

  /**
   * Receives the states of a pair. This is called once for every pair of a batch, in its order.
   *
   * @param pair the index of the pair in the batch
   * @param states the output of the last layer, [n, hidden] row-major for a pair of n tokens; the
   *     array may be longer, and is valid during the call only
   */
  void accept(int pair, float[] states);
}
