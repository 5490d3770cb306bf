package io.sextant.bert;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over what decides a model's results: configuration, vocabulary, and weights in the order
 * of {@link BertWeights} as little-endian floats. Names and layout do not enter.
 */
final class Fingerprint {

  private final MessageDigest digest;
  private final ByteBuffer chunk = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  static String of(BertConfig config, Vocabulary vocabulary, BertWeights weights) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(config);
    fingerprint.add(vocabulary);
    fingerprint.add(weights);
    return HexFormat.of().formatHex(fingerprint.digest.digest());
  }

  private void add(BertConfig config) {
    add(
        "bert %d %d %d %d %d %d %d %s %s\n"
            .formatted(
                config.layers(),
                config.heads(),
                config.hidden(),
                config.intermediate(),
                config.vocabularySize(),
                config.positions(),
                config.tokenTypes(),
                config.layerNormEpsilon(),
                config.lowerCase()));
  }

  private void add(Vocabulary vocabulary) {
    vocabulary.pieces().forEach(piece -> add(piece + "\n"));
  }

  private void add(BertWeights weights) {
    add(weights.wordEmbeddings());
    add(weights.positionEmbeddings());
    add(weights.tokenTypeEmbeddings());
    add(weights.embeddingNorm());
    for (EncoderLayer layer : weights.layers()) {
      add(layer.query());
      add(layer.key());
      add(layer.value());
      add(layer.attentionOutput());
      add(layer.attentionNorm());
      add(layer.intermediate());
      add(layer.output());
      add(layer.outputNorm());
    }
  }

  private void add(Dense dense) {
    add(dense.kernel());
    add(dense.bias());
  }

  private void add(LayerNorm norm) {
    add(norm.gamma());
    add(norm.beta());
  }

  private void add(Tensor tensor) {
    FloatBuffer rest = tensor.data().duplicate();
    while (rest.hasRemaining()) {
      int n = Math.min(rest.remaining(), chunk.capacity() / Float.BYTES);
      chunk.asFloatBuffer().put(rest.slice(rest.position(), n));
      digest.update(chunk.array(), 0, n * Float.BYTES);
      rest.position(rest.position() + n);
    }
  }

  private void add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }
}
