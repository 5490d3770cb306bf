package io.sextant.bert.huggingface;

import io.sextant.bert.BertConfig;
import io.sextant.bert.BertWeights;
import io.sextant.bert.Dense;
import io.sextant.bert.EncoderLayer;
import io.sextant.bert.FeedForward;
import io.sextant.bert.LayerNorm;
import io.sextant.bert.MaskedLmHead;
import io.sextant.bert.NormPlacement;
import io.sextant.bert.Position;
import io.sextant.bert.RelativePositions;
import io.sextant.bert.Tensor;
import io.sextant.bert.safetensors.Safetensors;
import io.sextant.fault.BadInputException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Reads an encoder's tensors from safetensors, by the names that Hugging Face gives them. */
final class HuggingFaceTensors {
  /** MPNet's biases of relative positions. */
  private static final String POSITION_BIASES = "encoder.relative_attention_bias.weight";

  /** DeBERTa's embeddings of relative positions, and their layer norm. */
  private static final String POSITION_EMBEDDINGS = "encoder.rel_embeddings.weight";

  private static final String POSITION_NORM = "encoder.LayerNorm";
  private static final String POSITION_KEY = "attention.self.pos_key_proj";
  private static final String POSITION_QUERY = "attention.self.pos_query_proj";

  private static final String FINAL_NORM = "final_norm";

  private final Safetensors tensors;
  private final TensorNames set;
  private final EncoderNames names;
  private final Biases biases;
  private final String prefix;

  private HuggingFaceTensors(Safetensors tensors, TensorNames set, Biases biases, String prefix) {
    this.tensors = tensors;
    this.set = set;
    this.names = set.encoder();
    this.biases = biases;
    this.prefix = prefix;
  }

  /**
   * Finds the encoder's tensors. In the model of a task, their names have a prefix such as {@code
   * bert.}.
   */
  static HuggingFaceTensors of(Safetensors tensors, HuggingFaceConfig config) {
    TensorNames set = TensorNames.of(tensors, config.architecture().names());
    String words = set.encoder().embeddings().words() + ".weight";
    List<String> found =
        tensors.names().stream()
            .filter(name -> name.equals(words) || name.endsWith("." + words))
            .sorted()
            .toList();
    if (found.size() != 1) {
      throw new BadInputException(
          tensors.where() + " needs exactly one tensor [prefix.]" + words + ", found " + found);
    }
    String prefix = found.get(0).substring(0, found.get(0).length() - words.length());
    return new HuggingFaceTensors(tensors, set, config.biases(), prefix);
  }

  /** Returns the beginning of the names of the encoder's tensors, such as {@code bert.}. */
  String prefix() {
    return prefix;
  }

  /** Reads all weights of the encoder and checks them against the configuration. */
  BertWeights read(HuggingFaceConfig config) {
    BertConfig shape = config.encoder();
    boolean shared = config.architecture().sharesLayers();
    requireLayers(shared ? 1 : shape.layers());
    int width = config.embeddingSize();
    String projection = config.architecture().embeddingProjection(width, shape.hidden());
    return new BertWeights(
        tensor(names.embeddings().words() + ".weight", shape.vocabularySize(), width),
        positions(config),
        tokenTypes(config),
        norm(names.embeddings().norm(), width),
        projection == null ? null : dense(projection, width, shape.hidden(), true),
        relativePositions(shape),
        shared
            ? Collections.nCopies(shape.layers(), layer(0, shape))
            : IntStream.range(0, shape.layers()).mapToObj(layer -> layer(layer, shape)).toList(),
        shape.design().norms() == NormPlacement.BEFORE ? norm(FINAL_NORM, shape.hidden()) : null);
  }

  private Tensor positions(HuggingFaceConfig config) {
    boolean rotates = config.encoder().design().position() instanceof Position.Rotary;
    if (rotates || config.firstPosition() == HuggingFaceConfig.NO_POSITIONS) {
      return null;
    }
    int positions = config.encoder().positions();
    int rows = config.firstPosition() + positions;
    return tensor("embeddings.position_embeddings.weight", rows, config.embeddingSize())
        .rows(config.firstPosition(), positions);
  }

  private RelativePositions relativePositions(BertConfig shape) {
    int hidden = shape.hidden();
    if (shape.design().position() instanceof Position.Bias bias) {
      int buckets = bias.buckets().count();
      return new RelativePositions(tensor(POSITION_BIASES, buckets, shape.heads()), null);
    }
    if (shape.design().position() instanceof Position.Disentangled position) {
      return new RelativePositions(
          tensor(POSITION_EMBEDDINGS, position.buckets().count(), hidden),
          position.normed() ? norm(POSITION_NORM, hidden) : null);
    }
    return null;
  }

  private void requireLayers(int expected) {
    if (layers() != expected) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s has %d layers, but %s says %d",
              tensors.where(),
              layers(),
              HuggingFaceConfig.FILE,
              expected));
    }
  }

  /**
   * Reads and checks the masked-LM head; returns null if the checkpoint has none.
   *
   * @param mask the id of the mask token; negative if there is none
   */
  MaskedLmHead readMaskedLm(HuggingFaceConfig config, int mask) {
    MaskedLmNames parts = set.maskedLm();
    String root = prefix.substring(0, prefix.lastIndexOf('.', prefix.length() - 2) + 1);
    HuggingFaceTensors head = new HuggingFaceTensors(tensors, set, biases, root);
    if (!head.has(parts.transform() + ".weight") || isClassifier(head, config)) {
      return null;
    }
    int width = config.embeddingSize();
    int tokens = config.encoder().vocabularySize();
    boolean tied = config.tied() || parts.decoder() == null;
    String bias =
        parts.decoder() == null || head.has(parts.bias())
            ? parts.bias()
            : parts.decoder() + ".bias";
    return new MaskedLmHead(
        head.dense(parts.transform(), config.encoder().hidden(), width, biases.transform()),
        config.headActivation(),
        head.norm(parts.norm(), width),
        tied ? null : head.tensor(parts.decoder() + ".weight", tokens, width),
        biases.decoder() ? head.tensor(bias, tokens) : Tensor.zeros(tokens),
        mask);
  }

  /** Returns whether the transform is that of ModernBERT's classifiers, which have the same. */
  private static boolean isClassifier(HuggingFaceTensors head, HuggingFaceConfig config) {
    return config.architecture() == Architecture.MODERNBERT && head.has("classifier.weight");
  }

  private boolean has(String name) {
    return tensors.names().contains(prefix + name);
  }

  private Tensor tokenTypes(HuggingFaceConfig config) {
    int types = config.encoder().tokenTypes();
    int width = config.embeddingSize();
    String name = "embeddings.token_type_embeddings.weight";
    return config.tokenTypes() ? tensor(name, types, width) : Tensor.zeros(types, width);
  }

  private EncoderLayer layer(int layer, BertConfig shape) {
    String name = names.layers() + layer + ".";
    int hidden = shape.hidden();
    Dense query = dense(name, names.attention().query(), hidden, hidden, biases.attention());
    Dense key = dense(name, names.attention().key(), hidden, hidden, biases.attention());
    return new EncoderLayer(
        query,
        key,
        dense(name, names.attention().value(), hidden, hidden, biases.attention()),
        positionProjections(name, query, key, shape),
        dense(name + names.attention().output(), hidden, hidden, biases.attention()),
        attentionNorm(layer, shape),
        feedForward(name, shape),
        norm(name + names.feedForward().norm(), hidden));
  }

  /** Reads the projections of relative positions; null if the design has none. */
  private EncoderLayer.PositionProjections positionProjections(
      String layer, Dense query, Dense key, BertConfig shape) {
    if (!(shape.design().position() instanceof Position.Disentangled position)) {
      return null;
    }
    int hidden = shape.hidden();
    if (position.shared()) {
      return new EncoderLayer.PositionProjections(
          position.toPosition() ? key : null, position.toContent() ? query : null);
    }
    return new EncoderLayer.PositionProjections(
        position.toPosition() ? dense(layer + POSITION_KEY, hidden, hidden, true) : null,
        position.toContent() ? dense(layer + POSITION_QUERY, hidden, hidden, true) : null);
  }

  /**
   * Reads the norm of the attention; a first norm after that of the embeddings would do nothing.
   */
  private LayerNorm attentionNorm(int layer, BertConfig shape) {
    boolean first = layer == 0 && shape.design().norms() == NormPlacement.BEFORE;
    String name = names.layers() + layer + "." + names.attention().norm();
    return first ? null : norm(name, shape.hidden());
  }

  private FeedForward feedForward(String layer, BertConfig shape) {
    int hidden = shape.hidden();
    int wide = shape.intermediate();
    EncoderNames.FeedForward parts = names.feedForward();
    return new FeedForward(
        parts.gate() == null ? null : dense(layer, parts.gate(), hidden, wide, biases.wide()),
        dense(layer, parts.intermediate(), hidden, wide, biases.wide()),
        dense(layer + parts.output(), wide, hidden, biases.narrow()));
  }

  /** Reads a linear layer of an encoder layer, which may be fused with others. */
  private Dense dense(String layer, LinearName name, int in, int out, boolean bias) {
    String module = layer + name.module();
    int all = name.parts() * out;
    int first = name.part() * out;
    return new Dense(
        tensor(module + ".weight", all, in).rows(first, out).transposed(),
        bias ? tensor(module + ".bias", all).rows(first, out) : Tensor.zeros(out));
  }

  /** Reads a linear layer, whose kernel PyTorch stores as [out, in]. */
  private Dense dense(String name, int in, int out, boolean bias) {
    return dense("", new LinearName(name), in, out, bias);
  }

  /** Reads a layer norm. Checkpoints of 2019 name its parameters gamma and beta. */
  private LayerNorm norm(String name, int size) {
    boolean old = tensors.names().contains(prefix + name + ".gamma");
    return new LayerNorm(
        tensor(name + (old ? ".gamma" : ".weight"), size),
        biases.norms() ? tensor(name + (old ? ".beta" : ".bias"), size) : Tensor.zeros(size));
  }

  private Tensor tensor(String name, Integer... shape) {
    return tensors.tensor(prefix + name, List.of(shape));
  }

  private int layers() {
    int layers = 0;
    String query = "." + names.attention().query().module() + ".weight";
    while (tensors.names().contains(prefix + names.layers() + layers + query)) {
      layers++;
    }
    return layers;
  }
}
