package io.sextant.bert;

/**
 * The table of an encoder's relative positions, which all layers share.
 *
 * @param table the biases of {@link Position.Bias}, [buckets, heads], or the embeddings of {@link
 *     Position.Disentangled}, [buckets, hidden]
 * @param norm the layer norm of the embeddings; null if there is none
 */
public record RelativePositions(Tensor table, LayerNorm norm) {}
