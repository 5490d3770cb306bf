package io.sextant.bert;

/**
 * A checkpoint, opened and checked.
 *
 * @param name a short name for reports, from the file or directory name
 * @param config the encoder's shape
 * @param vocabulary the tokens by id
 * @param weights the encoder's weights
 * @param maskedLm the masked-LM head; null if the checkpoint has none
 * @param fingerprint sha-256 (hex) over configuration, vocabulary and the encoder's weights: equal
 *     for equal encoders whatever layout they were read from
 */
public record BertModel(
    String name,
    BertConfig config,
    Vocabulary vocabulary,
    BertWeights weights,
    MaskedLmHead maskedLm,
    String fingerprint) {

  /** A checkpoint without a masked-LM head. */
  public BertModel(
      String name,
      BertConfig config,
      Vocabulary vocabulary,
      BertWeights weights,
      String fingerprint) {
    this(name, config, vocabulary, weights, null, fingerprint);
  }
}
