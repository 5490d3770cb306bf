package io.sextant.bert.huggingface;

import io.sextant.bert.BertConfig;
import io.sextant.bert.BertWeights;
import io.sextant.bert.Dense;
import io.sextant.bert.EncoderLayer;
import io.sextant.bert.LayerNorm;
import io.sextant.bert.MaskedLmHead;
import io.sextant.bert.Tensor;
import io.sextant.bert.safetensors.Safetensors;
import io.sextant.fault.BadInputException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Reads an encoder's tensors from safetensors, by the names that Hugging Face gives them. */
final class HuggingFaceTensors {
  private static final String WORDS = "embeddings.word_embeddings.weight";

  private final Safetensors tensors;
  private final EncoderNames names;
  private final String prefix;

  private HuggingFaceTensors(Safetensors tensors, EncoderNames names, String prefix) {
    this.tensors = tensors;
    this.names = names;
    this.prefix = prefix;
  }

  /**
   * Finds the encoder's tensors. In the model of a task, their names have a prefix such as {@code
   * bert.}.
   */
  static HuggingFaceTensors of(Safetensors tensors, EncoderNames names) {
    List<String> words =
        tensors.names().stream()
            .filter(name -> name.equals(WORDS) || name.endsWith("." + WORDS))
            .sorted()
            .toList();
    if (words.size() != 1) {
      throw new BadInputException(
          tensors.where() + " needs exactly one tensor [prefix.]" + WORDS + ", found " + words);
    }
    String prefix = words.get(0).substring(0, words.get(0).length() - WORDS.length());
    return new HuggingFaceTensors(tensors, names, prefix);
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
    int rows = config.firstPosition() + shape.positions();
    String projection = config.architecture().embeddingProjection(width, shape.hidden());
    return new BertWeights(
        tensor(WORDS, shape.vocabularySize(), width),
        tensor("embeddings.position_embeddings.weight", rows, width)
            .rowsFrom(config.firstPosition()),
        tokenTypes(config),
        norm("embeddings.LayerNorm", width),
        projection == null ? null : dense(projection, width, shape.hidden()),
        shared
            ? Collections.nCopies(shape.layers(), layer(0, shape))
            : IntStream.range(0, shape.layers()).mapToObj(layer -> layer(layer, shape)).toList());
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
    MaskedLmNames parts = config.architecture().maskedLm();
    String root = prefix.substring(0, prefix.lastIndexOf('.', prefix.length() - 2) + 1);
    HuggingFaceTensors head = new HuggingFaceTensors(tensors, names, root);
    if (!tensors.names().contains(root + parts.transform() + ".weight")) {
      return null;
    }
    int width = config.embeddingSize();
    int tokens = config.encoder().vocabularySize();
    boolean ownBias = tensors.names().contains(root + parts.bias());
    return new MaskedLmHead(
        head.dense(parts.transform(), config.encoder().hidden(), width),
        config.architecture().maskedLmActivation(config.encoder().activation()),
        head.norm(parts.norm(), width),
        config.tied() ? null : head.tensor(parts.decoder() + ".weight", tokens, width),
        head.tensor(ownBias ? parts.bias() : parts.decoder() + ".bias", tokens),
        mask);
  }

  private Tensor tokenTypes(HuggingFaceConfig config) {
    int types = config.encoder().tokenTypes();
    int width = config.embeddingSize();
    String name = "embeddings.token_type_embeddings.weight";
    if (config.architecture() != Architecture.DISTILBERT) {
      return tensor(name, types, width);
    }
    // DistilBERT has no token type embeddings, so they are zero.
    return new Tensor(
        "none",
        List.of(types, width),
        (from, into, at, count) -> Arrays.fill(into, at, at + count, 0));
  }

  private EncoderLayer layer(int layer, BertConfig shape) {
    String name = names.layers() + layer + ".";
    int hidden = shape.hidden();
    int wide = shape.intermediate();
    return new EncoderLayer(
        dense(name + names.attention().query(), hidden, hidden),
        dense(name + names.attention().key(), hidden, hidden),
        dense(name + names.attention().value(), hidden, hidden),
        dense(name + names.attention().output(), hidden, hidden),
        norm(name + names.attention().norm(), hidden),
        dense(name + names.feedForward().intermediate(), hidden, wide),
        dense(name + names.feedForward().output(), wide, hidden),
        norm(name + names.feedForward().norm(), hidden));
  }

  /** Reads a linear layer, whose kernel PyTorch stores as [out, in]. */
  private Dense dense(String name, int in, int out) {
    return new Dense(tensor(name + ".weight", out, in).transposed(), tensor(name + ".bias", out));
  }

  /** Reads a layer norm. Checkpoints of 2019 name its parameters gamma and beta. */
  private LayerNorm norm(String name, int size) {
    boolean old = tensors.names().contains(prefix + name + ".gamma");
    return new LayerNorm(
        tensor(name + (old ? ".gamma" : ".weight"), size),
        tensor(name + (old ? ".beta" : ".bias"), size));
  }

  private Tensor tensor(String name, Integer... shape) {
    return tensors.tensor(prefix + name, List.of(shape));
  }

  private int layers() {
    int layers = 0;
    while (tensors
        .names()
        .contains(prefix + names.layers() + layers + "." + names.attention().query() + ".weight")) {
      layers++;
    }
    return layers;
  }
}
