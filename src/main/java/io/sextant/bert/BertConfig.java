package io.sextant.bert;

/**
 * The shape of a BERT encoder (Devlin et al. 2019, section 3).
 *
 * @param layers number of encoder layers
 * @param heads attention heads per layer
 * @param hidden width of the hidden states; a multiple of {@code heads}
 * @param intermediate width of the feed-forward layer
 * @param vocabularySize rows of the word embedding table
 * @param positions rows of the position embedding table: the longest input in word pieces
 * @param tokenTypes rows of the token type embedding table
 * @param layerNormEpsilon added to the variance in every layer norm
 * @param lowerCase whether text is lower-cased and stripped of accents before it is cut into pieces
 */
public record BertConfig(
    int layers,
    int heads,
    int hidden,
    int intermediate,
    int vocabularySize,
    int positions,
    int tokenTypes,
    double layerNormEpsilon,
    boolean lowerCase) {

  /** Width of one head's queries, keys and values. */
  public int headSize() {
    return hidden / heads;
  }
}
