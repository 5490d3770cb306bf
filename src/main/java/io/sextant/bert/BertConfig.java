package io.sextant.bert;

import java.io.Serializable;

/**
 * The configuration of an encoder (Devlin et al. 2019, section 3).
 *
 * @param encoder the sizes of the encoder's layers
 * @param embeddings the sizes of the embedding tables
 * @param layerNormEpsilon the number that every layer norm adds to the variance
 * @param activation the function between the two linear layers of a feed-forward network
 * @param lowerCase whether text is lower-cased before it is tokenized
 * @param takesPairs whether the model takes two sentences; a BERT with one token type does not,
 *     because it cannot distinguish them
 * @param design what distinguishes its layers from those of other encoders
 * @param initializerRange the standard deviation of the weights before training
 */
public record BertConfig(
    EncoderShape encoder,
    EmbeddingShape embeddings,
    double layerNormEpsilon,
    Activation activation,
    boolean lowerCase,
    boolean takesPairs,
    EncoderDesign design,
    double initializerRange)
    implements Serializable {

  /** The epsilon of BERT's layer norms as Google published it. */
  public static final double LAYER_NORM_EPSILON = 1e-12;

  /** The key of the initializer range in a configuration file. */
  public static final String INITIALIZER_RANGE_KEY = "initializer_range";

  /** The initializer range that transformers takes where a configuration has none. */
  public static final double INITIALIZER_RANGE = .02;

  /** Creates the configuration of an encoder with the usual initializer range. */
  public BertConfig(
      EncoderShape encoder,
      EmbeddingShape embeddings,
      double layerNormEpsilon,
      Activation activation,
      boolean lowerCase,
      boolean takesPairs,
      EncoderDesign design) {
    this(
        encoder,
        embeddings,
        layerNormEpsilon,
        activation,
        lowerCase,
        takesPairs,
        design,
        INITIALIZER_RANGE);
  }

  /** Creates the configuration of an encoder of BERT's design. */
  public BertConfig(
      EncoderShape encoder,
      EmbeddingShape embeddings,
      double layerNormEpsilon,
      Activation activation,
      boolean lowerCase,
      boolean takesPairs) {
    this(
        encoder,
        embeddings,
        layerNormEpsilon,
        activation,
        lowerCase,
        takesPairs,
        EncoderDesign.bert(encoder.layers()));
  }

  /** Creates the configuration of a BERT as Google published it, with the exact GELU and pairs. */
  public BertConfig(EncoderShape encoder, EmbeddingShape embeddings, boolean lowerCase) {
    this(encoder, embeddings, LAYER_NORM_EPSILON, Activation.GELU, lowerCase, true);
  }

  /** Returns this configuration with another value of {@code lowerCase}. */
  public BertConfig withLowerCase(boolean isLowerCase) {
    return new BertConfig(
        encoder,
        embeddings,
        layerNormEpsilon,
        activation,
        isLowerCase,
        takesPairs,
        design,
        initializerRange);
  }

  /** Returns this configuration with another design. */
  public BertConfig withDesign(EncoderDesign other) {
    return new BertConfig(
        encoder,
        embeddings,
        layerNormEpsilon,
        activation,
        lowerCase,
        takesPairs,
        other,
        initializerRange);
  }

  /** Returns this configuration with another initializer range. */
  public BertConfig withInitializerRange(double range) {
    return new BertConfig(
        encoder, embeddings, layerNormEpsilon, activation, lowerCase, takesPairs, design, range);
  }

  /** Returns the keys that the queries of a layer see. */
  public Window window(int layer) {
    return design.windows().get(layer);
  }

  /** Returns the number of encoder layers. */
  public int layers() {
    return encoder.layers();
  }

  /** Returns the number of attention heads per layer. */
  public int heads() {
    return encoder.heads();
  }

  /** Returns the width of the hidden states. */
  public int hidden() {
    return encoder.hidden();
  }

  /** Returns the width of the feed-forward layer. */
  public int intermediate() {
    return encoder.intermediate();
  }

  /** Returns the rows of the word embedding table. */
  public int vocabularySize() {
    return embeddings.vocabularySize();
  }

  /** Returns the length of the longest input in tokens, delimiters included. */
  public int positions() {
    return embeddings.positions();
  }

  /** Returns the rows of the token type embedding table. */
  public int tokenTypes() {
    return embeddings.tokenTypes();
  }

  /** Returns the width of one head's queries, keys and values. */
  public int headSize() {
    return hidden() / heads();
  }

  /**
   * Returns the factor of the scores: 1 / sqrt(headSize) (Vaswani et al. 2017, section 3.2.1), or 1
   * / sqrt(terms headSize) if a score has several terms.
   */
  public double scoreScale() {
    return 1 / Math.sqrt((double) design.position().terms() * headSize());
  }
}
