package io.sextant.attention;

/** Receives attention maps when they are computed. */
@FunctionalInterface
public interface AttentionSink {

  /**
   * Receives a map. This is called once for every pair of a batch and every layer. For each pair,
   * the layers come in ascending order.
   *
   * @param pair the index of the pair in the batch
   * @param layer the layer, counted from 0
   * @param map the map, which is valid during the call only, because the backend reuses its buffers
   */
  void accept(int pair, int layer, AttentionMap map);

  /**
   * Receives the pooled last hidden states, if the runner outputs them ({@link
   * AttentionOutputs#pooling}). This is called once for every pair of a batch, after its maps.
   *
   * @param pair the index of the pair in the batch
   * @param state the pooled output of the last layer, [hidden]; the array is valid during the call
   *     only
   */
  default void acceptPooled(int pair, float[] state) {}
}
