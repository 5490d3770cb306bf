package io.sextant.bert;

import java.util.List;

/**
 * The weights of an encoder, whose shapes have been checked against the {@link BertConfig}. The
 * {@code width} of the embeddings is that of the hidden states, except in ELECTRA and ALBERT.
 *
 * @param wordEmbeddings [vocabularySize, width]
 * @param positionEmbeddings [positions, width]; null if none are added to the word embeddings
 * @param tokenTypeEmbeddings [tokenTypes, width]
 * @param embeddingNorm the layer norm of the sum of the three embeddings
 * @param embeddingProjection the linear layer from width to hidden after the norm (Clark et al.
 *     2020, section 3.2; Lan et al. 2020, section 3.1); null if the encoder has none
 * @param relativePositions the table of relative positions; null if the design has none
 * @param layers the weights of each encoder layer; in ALBERT, the same object for every layer
 * @param finalNorm the layer norm of the last layer's output; null if the encoder has none
 */
public record BertWeights(
    Tensor wordEmbeddings,
    Tensor positionEmbeddings,
    Tensor tokenTypeEmbeddings,
    LayerNorm embeddingNorm,
    Dense embeddingProjection,
    RelativePositions relativePositions,
    List<EncoderLayer> layers,
    LayerNorm finalNorm) {

  /** Creates the weights of a BERT, whose embeddings are as wide as its hidden states. */
  public BertWeights(
      Tensor wordEmbeddings,
      Tensor positionEmbeddings,
      Tensor tokenTypeEmbeddings,
      LayerNorm embeddingNorm,
      List<EncoderLayer> layers) {
    this(
        wordEmbeddings,
        positionEmbeddings,
        tokenTypeEmbeddings,
        embeddingNorm,
        null,
        null,
        layers,
        null);
  }
}
