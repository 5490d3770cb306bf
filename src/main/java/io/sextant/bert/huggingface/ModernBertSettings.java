package io.sextant.bert.huggingface;

import com.fasterxml.jackson.databind.JsonNode;
import io.sextant.bert.BertConfig;
import io.sextant.bert.EmbeddingShape;
import io.sextant.bert.EncoderDesign;
import io.sextant.bert.EncoderShape;
import io.sextant.bert.NormPlacement;
import io.sextant.bert.Position;
import io.sextant.bert.RotaryAngles;
import io.sextant.bert.Window;
import io.sextant.bert.files.JsonFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads ModernBERT's configuration (Warner et al. 2024). Transformers 4 writes the distance between
 * global layers and a theta for each kind of layer; transformers 5 writes the kind of every layer
 * and {@code rope_parameters}.
 */
final class ModernBertSettings {
  private static final String LOCAL = "sliding_attention";
  private static final String GLOBAL = "full_attention";
  private static final double LOCAL_THETA = 10_000;
  private static final double GLOBAL_THETA = 160_000;

  private static final int MOST_LAYERS = 10_000;

  private ModernBertSettings() {}

  static HuggingFaceConfig read(JsonFile given) {
    JsonFile json = HuggingFaceDefaults.fill(Architecture.MODERNBERT, given);
    int hidden = json.positive("hidden_size");
    EncoderShape shape =
        new EncoderShape(
            layers(json),
            RotarySettings.evenHeads(json, "num_attention_heads", hidden),
            hidden,
            json.positive("intermediate_size"));
    boolean attention = json.flag("attention_bias");
    boolean mlp = json.flag("mlp_bias");
    return new HuggingFaceConfig(
        Architecture.MODERNBERT,
        new BertConfig(
            shape,
            new EmbeddingShape(
                json.positive("vocab_size"), json.positive("max_position_embeddings"), 1),
            json.nonNegative("norm_eps"),
            HuggingFaceConfig.activation(json, "hidden_activation"),
            false,
            true,
            design(json, shape.layers())),
        hidden,
        0,
        false,
        new Biases(
            attention,
            mlp,
            mlp,
            json.flag("norm_bias"),
            json.flag("classifier_bias"),
            json.flag("decoder_bias")),
        HuggingFaceConfig.activation(json, "classifier_activation"),
        HuggingFaceConfig.tied(json));
  }

  /** Returns the number of layers, which is bounded since each gets a description here. */
  private static int layers(JsonFile json) {
    int layers = json.positive("num_hidden_layers");
    if (layers > MOST_LAYERS) {
      throw json.wrong("num_hidden_layers", "at most " + MOST_LAYERS);
    }
    return layers;
  }

  private static EncoderDesign design(JsonFile json, int layers) {
    Window window = new Window(json.positive("local_attention") / 2);
    RotaryAngles global = angles(json, GLOBAL, GLOBAL_THETA);
    RotaryAngles local = angles(json, LOCAL, LOCAL_THETA);
    List<Window> windows = new ArrayList<>();
    List<RotaryAngles> angles = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      boolean isLocal = isLocal(json, layer, layers);
      windows.add(isLocal ? window : Window.FULL);
      angles.add(isLocal ? local : global);
    }
    return new EncoderDesign(new Position.Rotary(angles), NormPlacement.BEFORE, true, windows);
  }

  private static boolean isLocal(JsonFile json, int layer, int layers) {
    if (!json.has("layer_types")) {
      return layer % json.positive("global_attn_every_n_layers") != 0;
    }
    JsonNode types = json.object().path("layer_types");
    if (!types.isArray() || types.size() != layers) {
      throw json.wrong("layer_types", "a list of " + layers + " texts, one for each layer");
    }
    return switch (types.path(layer).asText()) {
      case LOCAL -> true;
      case GLOBAL -> false;
      default -> throw json.wrong("layer_types", "a list of " + GLOBAL + " and " + LOCAL);
    };
  }

  private static RotaryAngles angles(JsonFile json, String kind, double usual) {
    if (json.has("rope_scaling")) {
      throw json.wrong("rope_scaling", "null: a scaling of ModernBERT's angles is not supported");
    }
    double theta = theta(json, kind, usual);
    if (!json.has("rope_parameters")) {
      return new RotaryAngles(theta, 1);
    }
    JsonFile all = json.child("rope_parameters");
    return all.has(kind) ? RotarySettings.read(all.child(kind), theta) : new RotaryAngles(theta, 1);
  }

  /**
   * Returns the theta of transformers 4, whose local layers have the global one if theirs is null.
   */
  private static double theta(JsonFile json, String kind, double usual) {
    boolean local = kind.equals(LOCAL);
    String key = local ? "local_rope_theta" : "global_rope_theta";
    if (json.has(key)) {
      return json.positiveNumber(key);
    }
    return local && json.object().has(key) ? theta(json, GLOBAL, GLOBAL_THETA) : usual;
  }
}
