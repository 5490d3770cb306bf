package io.sextant.attention;

/** Takes attention maps as they are made. */
@FunctionalInterface
public interface AttentionSink {

  /**
   * Called once for every pair of a batch and every layer; for each pair, layers come in ascending
   * order.
   *
   * @param pair index of the pair in the batch
   * @param layer 0-based layer
   * @param map valid during the call only: the backend overwrites its buffers afterwards
   */
  void accept(int pair, int layer, AttentionMap map);
}
