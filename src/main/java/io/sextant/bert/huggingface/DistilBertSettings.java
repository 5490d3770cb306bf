package io.sextant.bert.huggingface;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sextant.bert.BertConfig;
import io.sextant.bert.EmbeddingShape;
import io.sextant.bert.EncoderShape;
import io.sextant.bert.files.JsonFile;
import java.util.Map;

/** Reads DistilBERT's configuration, whose keys have names of their own. */
final class DistilBertSettings {
  /** The epsilon that is a constant in DistilBERT's code and is not in its configuration. */
  private static final double EPSILON = 1e-12;

  private static final Map<String, String> NAMES =
      Map.of(
          "hidden_size", "dim", "num_attention_heads", "n_heads", "num_hidden_layers", "n_layers");

  private DistilBertSettings() {}

  static HuggingFaceConfig read(JsonFile given) {
    BertSettings.requireAbsolutePositions(given);
    JsonFile json = HuggingFaceDefaults.fill(Architecture.DISTILBERT, ownNames(given));
    int hidden = json.positive("dim");
    BertConfig shape =
        new BertConfig(
            new EncoderShape(
                json.positive("n_layers"),
                HuggingFaceConfig.heads(json, "n_heads", hidden),
                hidden,
                json.positive("hidden_dim")),
            new EmbeddingShape(
                json.positive("vocab_size"), json.positive("max_position_embeddings"), 1),
            EPSILON,
            HuggingFaceConfig.activation(json, "activation"),
            false,
            true);
    return new HuggingFaceConfig(
        Architecture.DISTILBERT,
        shape,
        hidden,
        0,
        false,
        Biases.ALL,
        shape.activation(),
        HuggingFaceConfig.tied(json));
  }

  /** Renames keys of BERT, which a configuration of DistilBERT may use, to DistilBERT's own. */
  private static JsonFile ownNames(JsonFile json) {
    ObjectNode renamed = json.object().deepCopy();
    NAMES.forEach(
        (bert, own) -> {
          if (renamed.has(bert) && !renamed.has(own)) {
            renamed.set(own, renamed.get(bert));
          }
        });
    return new JsonFile(json.where(), renamed);
  }
}
