package io.sextant.bert;

/**
 * A checkpoint that has been opened and checked.
 *
 * @param name a short name for reports, from the name of the file or directory
 * @param config the encoder's shape
 * @param vocabulary the tokens by id
 * @param weights the encoder's weights
 * @param maskedLm the masked-LM head; null if the checkpoint has none
 * @param purpose what the checkpoint was made for, with its task head
 * @param fingerprint the SHA-256 in hexadecimal of the configuration, the vocabulary and the
 *     encoder's weights; it does not depend on the layout that they were read from
 */
public record BertModel(
    String name,
    BertConfig config,
    Vocabulary vocabulary,
    BertWeights weights,
    MaskedLmHead maskedLm,
    Purpose purpose,
    String fingerprint) {

  /** Returns this checkpoint with another purpose. */
  public BertModel withPurpose(Purpose other) {
    return new BertModel(name, config, vocabulary, weights, maskedLm, other, fingerprint);
  }

  /** Creates a checkpoint without a task head. */
  public BertModel(
      String name,
      BertConfig config,
      Vocabulary vocabulary,
      BertWeights weights,
      MaskedLmHead maskedLm,
      String fingerprint) {
    this(name, config, vocabulary, weights, maskedLm, Purpose.GOOGLE, fingerprint);
  }

  /** Creates a checkpoint without heads. */
  public BertModel(
      String name,
      BertConfig config,
      Vocabulary vocabulary,
      BertWeights weights,
      String fingerprint) {
    this(name, config, vocabulary, weights, null, fingerprint);
  }
}
