package io.sextant.bert;

/**
 * The shape of an encoder (Devlin et al. 2019, section 3).
 *
 * @param layers number of encoder layers
 * @param heads attention heads per layer
 * @param hidden width of the hidden states; a multiple of {@code heads}
 * @param intermediate width of the feed-forward layer
 * @param vocabularySize rows of the word embedding table; at least as many as there are tokens
 * @param positions the longest input in tokens, delimiters included
 * @param tokenTypes rows of the token type embedding table; 1 where the model cannot tell the
 *     sentences of a pair by it
 * @param layerNormEpsilon added to the variance in every layer norm
 * @param activation of the feed-forward layers, between their two linear layers
 * @param lowerCase whether text is lower-cased before it is cut into tokens
 * @param takesPairs whether it takes two sentences; a BERT of one token type cannot tell them apart
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
    Activation activation,
    boolean lowerCase,
    boolean takesPairs) {

  /** The shape of a model that takes pairs. */
  public BertConfig(
      int layers,
      int heads,
      int hidden,
      int intermediate,
      int vocabularySize,
      int positions,
      int tokenTypes,
      double layerNormEpsilon,
      Activation activation,
      boolean lowerCase) {
    this(
        layers,
        heads,
        hidden,
        intermediate,
        vocabularySize,
        positions,
        tokenTypes,
        layerNormEpsilon,
        activation,
        lowerCase,
        true);
  }

  /** The shape of a BERT as Google published it, with the exact GELU. */
  public BertConfig(
      int layers,
      int heads,
      int hidden,
      int intermediate,
      int vocabularySize,
      int positions,
      int tokenTypes,
      double layerNormEpsilon,
      boolean lowerCase) {
    this(
        layers,
        heads,
        hidden,
        intermediate,
        vocabularySize,
        positions,
        tokenTypes,
        layerNormEpsilon,
        Activation.GELU,
        lowerCase);
  }

  /** Width of one head's queries, keys and values. */
  public int headSize() {
    return hidden / heads;
  }
}
