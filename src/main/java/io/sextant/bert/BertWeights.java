package io.sextant.bert;

import java.util.List;

/**
 * The weights of a BERT encoder, every shape already checked against the {@link BertConfig}.
 *
 * @param wordEmbeddings [vocabularySize, hidden]
 * @param positionEmbeddings [positions, hidden]
 * @param tokenTypeEmbeddings [tokenTypes, hidden]
 * @param embeddingNorm the layer norm over the sum of the three
 * @param layers one entry per encoder layer
 */
public record BertWeights(
    Tensor wordEmbeddings,
    Tensor positionEmbeddings,
    Tensor tokenTypeEmbeddings,
    LayerNorm embeddingNorm,
    List<EncoderLayer> layers) {}
