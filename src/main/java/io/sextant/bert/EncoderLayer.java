package io.sextant.bert;

/**
 * The weights of one encoder layer. Head h has the columns from h headSize to (h + 1) headSize
 * (exclusive) of query, key and value, and the same rows of the attention output.
 */
public record EncoderLayer(
    Dense query,
    Dense key,
    Dense value,
    Dense attentionOutput,
    LayerNorm attentionNorm,
    Dense intermediate,
    Dense output,
    LayerNorm outputNorm) {}
