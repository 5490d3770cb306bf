package io.sextant.bert;

import java.util.List;

/**
 * The weights of an encoder, every shape already checked against the {@link BertConfig}. Embeddings
 * are {@code width} wide: as wide as the hidden states but in ELECTRA.
 *
 * @param wordEmbeddings [vocabularySize, width]
 * @param positionEmbeddings [positions, width]
 * @param tokenTypeEmbeddings [tokenTypes, width]
 * @param embeddingNorm the layer norm over the sum of the three
 * @param embeddingProjection from width to hidden, after the norm (Clark et al. 2020, section 3.2);
 *     null where embeddings are as wide as the hidden states
 * @param layers one entry per encoder layer
 */
public record BertWeights(
    Tensor wordEmbeddings,
    Tensor positionEmbeddings,
    Tensor tokenTypeEmbeddings,
    LayerNorm embeddingNorm,
    Dense embeddingProjection,
    List<EncoderLayer> layers) {

  /** Weights of an encoder whose embeddings are as wide as its hidden states. */
  public BertWeights(
      Tensor wordEmbeddings,
      Tensor positionEmbeddings,
      Tensor tokenTypeEmbeddings,
      LayerNorm embeddingNorm,
      List<EncoderLayer> layers) {
    this(wordEmbeddings, positionEmbeddings, tokenTypeEmbeddings, embeddingNorm, null, layers);
  }
}
