package io.sextant.bert;

/**
 * The weights of one encoder layer. Head h has the columns from h headSize to (h + 1) headSize
 * (exclusive) of query, key and value, and the same rows of the attention output.
 *
 * @param attentionNorm the layer norm of the attention; null if the layer has none, as ModernBERT's
 *     first layer. {@link EncoderDesign#norms} says whether it is before or after
 * @param positions the projections of relative positions; null unless the design has {@link
 *     Position.Disentangled}. They may be the query and the key themselves
 * @param feedForwardNorm the layer norm of the feed-forward network
 */
public record EncoderLayer(
    Dense query,
    Dense key,
    Dense value,
    PositionProjections positions,
    Dense attentionOutput,
    LayerNorm attentionNorm,
    FeedForward feedForward,
    LayerNorm feedForwardNorm) {

  /**
   * The linear layers from the embeddings of relative positions to a layer's position keys and
   * position queries, each from hidden to hidden (He et al. 2021, section 3.1).
   *
   * @param key the layer of the position keys; null if content does not attend to positions
   * @param query the layer of the position queries; null if positions do not attend to content
   */
  public record PositionProjections(Dense key, Dense query) {}

  /** Creates a layer without relative positions of its own. */
  public EncoderLayer(
      Dense query,
      Dense key,
      Dense value,
      Dense attentionOutput,
      LayerNorm attentionNorm,
      FeedForward feedForward,
      LayerNorm feedForwardNorm) {
    this(query, key, value, null, attentionOutput, attentionNorm, feedForward, feedForwardNorm);
  }
}
