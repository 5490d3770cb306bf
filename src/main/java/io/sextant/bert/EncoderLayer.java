package io.sextant.bert;

/**
 * The weights of one encoder layer. Heads lie side by side in the columns of query, key and value
 * (head h owns columns h * headSize to (h + 1) * headSize) and in the rows of the attention output.
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
