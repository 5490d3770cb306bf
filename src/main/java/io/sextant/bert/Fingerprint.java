package io.sextant.bert;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Computes the SHA-256 of everything that determines a model's results: the configuration, the
 * vocabulary, tokenizer.json if there is one, and the weights as little-endian floats in the order
 * of {@link BertWeights}, those that layers share once. The names, the layout and the machine's
 * locale have no influence.
 */
public final class Fingerprint {

  private final MessageDigest digest = DigestUtils.getSha256Digest();
  private final float[] floats = new float[1 << 14];
  private final ByteBuffer chunk =
      ByteBuffer.allocate(floats.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);

  private Fingerprint() {}

  public static String of(BertConfig config, Vocabulary vocabulary, BertWeights weights) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(config);
    fingerprint.add(vocabulary);
    fingerprint.add(weights);
    return HexFormat.of().formatHex(fingerprint.digest.digest());
  }

  /**
   * Returns the fingerprint of a masked-LM head.
   *
   * @param decoder null if the decoder is the table of word embeddings
   */
  public static String of(
      Dense transform,
      Activation activation,
      LayerNorm norm,
      Tensor decoder,
      Tensor outputBias,
      int mask) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(String.format(Locale.ROOT, "masked-lm %s %d\n", activation, mask));
    fingerprint.add(transform);
    fingerprint.add(norm);
    if (decoder != null) {
      fingerprint.add(decoder);
    }
    fingerprint.add(outputBias);
    return HexFormat.of().formatHex(fingerprint.digest.digest());
  }

  /** Returns the fingerprint of a task head. */
  static String of(
      TaskHead.Pooling pooling,
      TaskHead.Transform transform,
      Dense classifier,
      List<String> labels,
      TaskHead.Problem problem) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(
        String.format(
            Locale.ROOT, "task %s %s %d\n", transform.function(), problem, labels.size()));
    labels.forEach(label -> fingerprint.add(label + "\n"));
    if (pooling != TaskHead.Pooling.FIRST) {
      fingerprint.add(pooling + "\n");
    }
    fingerprint.add(transform.dense());
    if (transform.norm() != null) {
      fingerprint.add(transform.norm());
      fingerprint.add(transform.epsilon() + "\n");
    }
    fingerprint.add(classifier);
    return HexFormat.of().formatHex(fingerprint.digest.digest());
  }

  private void add(BertConfig config) {
    add(
        String.format(
            Locale.ROOT,
            "bert %d %d %d %d %d %d %d %s %s %s\n",
            config.layers(),
            config.heads(),
            config.hidden(),
            config.intermediate(),
            config.vocabularySize(),
            config.positions(),
            config.tokenTypes(),
            config.layerNormEpsilon(),
            config.activation(),
            config.lowerCase()));
    // BERT's design adds nothing, so that a checkpoint keeps the fingerprint it always had.
    if (!config.design().equals(EncoderDesign.bert(config.layers()))) {
      add(config.design() + "\n");
    }
  }

  private void add(Vocabulary vocabulary) {
    vocabulary.tokens().forEach(token -> add(token + "\n"));
    if (vocabulary.tokenizerJson() != null) {
      add(vocabulary.tokenizerJson());
    }
    if (vocabulary.wordPiece() != null) {
      add(vocabulary.wordPiece().text());
    }
  }

  private void add(BertWeights weights) {
    add(weights.wordEmbeddings());
    addIfAny(weights.positionEmbeddings());
    add(weights.tokenTypeEmbeddings());
    add(weights.embeddingNorm());
    if (weights.embeddingProjection() != null) {
      add(weights.embeddingProjection());
    }
    if (weights.relativePositions() != null) {
      add(weights.relativePositions().table());
      addIfAny(weights.relativePositions().norm());
    }
    EncoderLayer previous = null;
    for (EncoderLayer layer : weights.layers()) {
      if (layer == previous) {
        continue;
      }
      previous = layer;
      add(layer.query());
      add(layer.key());
      add(layer.value());
      addPositions(layer);
      add(layer.attentionOutput());
      addIfAny(layer.attentionNorm());
      if (layer.feedForward().gate() != null) {
        add(layer.feedForward().gate());
      }
      add(layer.feedForward().intermediate());
      add(layer.feedForward().output());
      add(layer.feedForwardNorm());
    }
    addIfAny(weights.finalNorm());
  }

  /** Adds the projections of relative positions, unless they are the query and the key. */
  private void addPositions(EncoderLayer layer) {
    EncoderLayer.PositionProjections positions = layer.positions();
    if (positions == null) {
      return;
    }
    if (positions.key() != null && positions.key() != layer.key()) {
      add(positions.key());
    }
    if (positions.query() != null && positions.query() != layer.query()) {
      add(positions.query());
    }
  }

  private void add(Dense dense) {
    // Reading a part of a transposed kernel costs as much as reading all of it, so it is copied.
    Tensor kernel = dense.kernel();
    add(new Tensor(kernel.name(), kernel.shape(), FloatBuffer.wrap(kernel.toArray())));
    add(dense.bias());
  }

  private void addIfAny(LayerNorm norm) {
    if (norm != null) {
      add(norm);
    }
  }

  private void addIfAny(Tensor tensor) {
    if (tensor != null) {
      add(tensor);
    }
  }

  private void add(LayerNorm norm) {
    add(norm.gamma());
    add(norm.beta());
  }

  private void add(Tensor tensor) {
    int size = tensor.size();
    for (int start = 0; start < size; start += floats.length) {
      int n = Math.min(floats.length, size - start);
      tensor.read(start, floats, 0, n);
      chunk.asFloatBuffer().put(floats, 0, n);
      digest.update(chunk.array(), 0, n * Float.BYTES);
    }
  }

  private void add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }
}
