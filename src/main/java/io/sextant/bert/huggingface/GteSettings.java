package io.sextant.bert.huggingface;

import io.sextant.bert.BertConfig;
import io.sextant.bert.EmbeddingShape;
import io.sextant.bert.EncoderDesign;
import io.sextant.bert.EncoderShape;
import io.sextant.bert.NormPlacement;
import io.sextant.bert.Position;
import io.sextant.bert.RotaryAngles;
import io.sextant.bert.files.JsonFile;
import java.util.Collections;

/**
 * Reads GTE's configuration (Zhang et al. 2024), as its own code on the hub writes it, where it is
 * called "new", or as transformers 5 does.
 */
final class GteSettings {
  private static final double THETA = 160_000;

  private GteSettings() {}

  static HuggingFaceConfig read(Architecture architecture, JsonFile given) {
    JsonFile json = HuggingFaceDefaults.fill(architecture, given);
    int hidden = json.positive("hidden_size");
    EncoderShape shape = RotarySettings.shape(json);
    RotaryAngles angles =
        architecture == Architecture.NEW ? hub(json, hidden / shape.heads()) : angles(json);
    int types = json.natural("type_vocab_size");
    Position position = new Position.Rotary(Collections.nCopies(shape.layers(), angles));
    BertConfig encoder =
        new BertConfig(
            shape,
            new EmbeddingShape(
                json.positive("vocab_size"),
                json.positive("max_position_embeddings"),
                Math.max(1, types)),
            json.nonNegative("layer_norm_eps"),
            HuggingFaceConfig.activation(json, "hidden_act"),
            false,
            true,
            new EncoderDesign(position, NormPlacement.AFTER, true, shape.layers()));
    return new HuggingFaceConfig(
        architecture,
        encoder,
        hidden,
        0,
        types > 0,
        new Biases(true, false, true, true, true, true),
        architecture.maskedLmActivation(encoder.activation()),
        HuggingFaceConfig.tied(json));
  }

  private static RotaryAngles angles(JsonFile json) {
    return json.has("rope_parameters")
        ? RotarySettings.read(json.child("rope_parameters"), THETA)
        : new RotaryAngles(THETA, 1);
  }

  /** Returns the angles of the hub's configuration, and refuses what its code can do besides. */
  private static RotaryAngles hub(JsonFile json, int headSize) {
    json.require("position_embedding_type", "rope");
    json.require("layer_norm_type", "layer_norm");
    if (!json.flag("pack_qkv")) {
      throw json.wrong("pack_qkv", "true: query, key and value are in one matrix");
    }
    if (json.flag("logn_attention_scale")) {
      throw json.wrong("logn_attention_scale", "false: scores scaled by length are not supported");
    }
    double theta = json.positiveNumber("rope_theta");
    return json.has("rope_scaling")
        ? scaled(json.child("rope_scaling"), theta, headSize)
        : new RotaryAngles(theta, 1);
  }

  /**
   * Returns the angles of fixed NTK scaling: a greater base, and all angles divided by factor^(2 /
   * headSize), so that the slowest is divided by the factor. Without an extension, there is none.
   */
  private static RotaryAngles scaled(JsonFile json, double theta, int headSize) {
    json.require("type", "ntk");
    if (json.has("mixed_b")) {
      throw json.wrong("mixed_b", "null: mixed NTK scaling is not supported");
    }
    double factor = json.positiveNumber("factor");
    return factor <= 1
        ? new RotaryAngles(theta, 1)
        : new RotaryAngles(theta * factor, Math.pow(factor, 2. / headSize));
  }
}
