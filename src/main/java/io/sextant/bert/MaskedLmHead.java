package io.sextant.bert;

/**
 * What turns last hidden states into scores of tokens (Devlin et al. 2019, section 3.1, task 1).
 * Its width is that of the word embeddings.
 *
 * @param transform from the hidden states to the width
 * @param activation what follows it
 * @param norm the layer norm after that
 * @param decoder what the result is multiplied with, [vocabularySize, width]; null where it is the
 *     table of word embeddings
 * @param outputBias added to the scores, [vocabularySize]
 * @param mask id of the token that stands in the place of a hidden one; negative if the vocabulary
 *     has none
 * @param fingerprint sha-256 (hex) over all these
 */
public record MaskedLmHead(
    Dense transform,
    Activation activation,
    LayerNorm norm,
    Tensor decoder,
    Tensor outputBias,
    int mask,
    String fingerprint) {

  /** The head with its fingerprint. */
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
