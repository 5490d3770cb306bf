package io.sextant.bert;

/**
 * The configuration of an encoder (Devlin et al. 2019, section 3).
 *
 * @param encoder the sizes of its layers
 * @param embeddings the sizes of its embedding tables
 * @param layerNormEpsilon added to the variance in every layer norm
 * @param activation of the feed-forward layers, between their two linear layers
 * @param lowerCase whether text is lower-cased before it is cut into tokens
 * @param takesPairs whether it takes two sentences; a BERT of one token type cannot tell them apart
 */
public record BertConfig(
    EncoderShape encoder,
    EmbeddingShape embeddings,
    double layerNormEpsilon,
    Activation activation,
    boolean lowerCase,
    boolean takesPairs) {

  /** The epsilon of BERT's layer norms as Google published it. */
  public static final double LAYER_NORM_EPSILON = 1e-12;

  /** The configuration of a BERT as Google published it: the exact GELU, and pairs of sentences. */
  public BertConfig(EncoderShape encoder, EmbeddingShape embeddings, boolean lowerCase) {
    this(encoder, embeddings, LAYER_NORM_EPSILON, Activation.GELU, lowerCase, true);
  }

  /** The same, and whether its text is lower-cased. */
  public BertConfig withLowerCase(boolean isLowerCase) {
    return new BertConfig(
        encoder, embeddings, layerNormEpsilon, activation, isLowerCase, takesPairs);
  }

  /** Number of encoder layers. */
  public int layers() {
    return encoder.layers();
  }

  /** Attention heads per layer. */
  public int heads() {
    return encoder.heads();
  }

  /** Width of the hidden states. */
  public int hidden() {
    return encoder.hidden();
  }

  /** Width of the feed-forward layer. */
  public int intermediate() {
    return encoder.intermediate();
  }

  /** Rows of the word embedding table. */
  public int vocabularySize() {
    return embeddings.vocabularySize();
  }

  /** The longest input in tokens, delimiters included. */
  public int positions() {
    return embeddings.positions();
  }

  /** Rows of the token type embedding table. */
  public int tokenTypes() {
    return embeddings.tokenTypes();
  }

  /** Width of one head's queries, keys and values. */
  public int headSize() {
    return hidden() / heads();
  }
}
