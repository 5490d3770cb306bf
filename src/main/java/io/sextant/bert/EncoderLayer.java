package io.sextant.bert;

/**
 * The weights of one encoder layer. Head h has the columns from h headSize to (h + 1) headSize
 * (exclusive) of query, key and value, and the same rows of the attention output.
 *
 * @param attentionNorm the layer norm of the attention; null if the layer has none, as ModernBERT's
 *     first layer. {@link EncoderDesign#norms} says whether it is before or after
 * @param feedForwardNorm the layer norm of the feed-forward network
 */
public record EncoderLayer(
    Dense query,
    Dense key,
    Dense value,
    Dense attentionOutput,
    LayerNorm attentionNorm,
    FeedForward feedForward,
    LayerNorm feedForwardNorm) {}
