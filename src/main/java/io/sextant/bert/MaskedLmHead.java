package io.sextant.bert;

/**
 * The masked-LM head, which computes scores of all tokens from the last hidden states (Devlin et
 * al. 2019, section 3.1, task 1). Its width is that of the word embeddings.
 *
 * @param transform the linear layer from hidden to width
 * @param activation the function after the linear layer
 * @param norm the layer norm after the activation
 * @param decoder the matrix that the result is multiplied with, [vocabularySize, width]; null if it
 *     is the table of word embeddings
 * @param outputBias the bias of the scores, [vocabularySize]
 * @param mask the id of the mask token; negative if the vocabulary has none
 * @param fingerprint the SHA-256 of all these in hexadecimal
 */
public record MaskedLmHead(
    Dense transform,
    Activation activation,
    LayerNorm norm,
    Tensor decoder,
    Tensor outputBias,
    int mask,
    String fingerprint) {

  /** Creates the head and computes its fingerprint. */
  public MaskedLmHead(
      Dense transform,
      Activation activation,
      LayerNorm norm,
      Tensor decoder,
      Tensor outputBias,
      int mask) {
    this(
        transform,
        activation,
        norm,
        decoder,
        outputBias,
        mask,
        Fingerprint.of(transform, activation, norm, decoder, outputBias, mask));
  }
}
