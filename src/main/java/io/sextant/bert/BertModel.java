package io.sextant.bert;

/**
 * A checkpoint, opened and checked.
 *
 * @param name a short name for reports, from the file or directory name
 * @param config the encoder's shape
 * @param vocabulary the word pieces by id
 * @param weights the encoder's weights
 * @param fingerprint sha-256 (hex) over configuration, vocabulary and weights: equal for equal
 *     models whatever layout they were read from
 */
public record BertModel(
    String name,
    BertConfig config,
    Vocabulary vocabulary,
    BertWeights weights,
    String fingerprint) {}
