package io.sextant.bert.huggingface;

import io.sextant.bert.Activation;
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
 * Reads NomicBERT's configuration (Nussbaum et al. 2024): with the keys of GPT-2, as its own code
 * on the hub writes it, or with those of BERT, as transformers 5 does.
 */
final class NomicBertSettings {
  private static final double THETA = 1000;

  private NomicBertSettings() {}

  static HuggingFaceConfig read(JsonFile json) {
    refuseExperts(json, "num_experts", 1);
    refuseExperts(json, "moe_every_n_layers", 0);
    return json.has("n_embd")
        ? hub(HuggingFaceDefaults.fillNomicHub(json))
        : transformers(HuggingFaceDefaults.fill(Architecture.NOMIC_BERT, json));
  }

  private static void refuseExperts(JsonFile json, String key, int usual) {
    if (json.has(key) && json.natural(key) > usual) {
      throw json.wrong(key, usual + ": a mixture of experts is not supported");
    }
  }

  private static HuggingFaceConfig transformers(JsonFile json) {
    int hidden = json.positive("hidden_size");
    EncoderShape shape = RotarySettings.shape(json);
    if (json.has("head_dim") && json.positive("head_dim") != hidden / shape.heads()) {
      throw json.wrong("head_dim", hidden / shape.heads() + ", the width divided by the heads");
    }
    RotaryAngles angles =
        json.has("rope_parameters")
            ? RotarySettings.read(json.child("rope_parameters"), THETA)
            : new RotaryAngles(THETA, 1);
    return of(
        json,
        shape,
        json.positive("max_position_embeddings"),
        json.nonNegative("layer_norm_eps"),
        HuggingFaceConfig.activation(json, "hidden_act"),
        angles,
        new Biases(false, false, false, true, true, true));
  }

  private static HuggingFaceConfig hub(JsonFile json) {
    refuse(json, "prenorm", "layer norms before attention");
    refuse(json, "parallel_block", "parallel blocks");
    refuse(json, "use_rms_norm", "norms without a mean");
    refuse(json, "rotary_emb_interleaved", "interleaved angles");
    if (json.has("rotary_emb_scale_base")) {
      throw json.wrong("rotary_emb_scale_base", "null: XPos is not supported");
    }
    if (json.positiveNumber("rotary_emb_fraction") != 1) {
      throw json.wrong(
          "rotary_emb_fraction", "1: heads that are rotated in part are not supported");
    }
    int hidden = json.positive("n_embd");
    boolean wide = json.flag("mlp_fc1_bias");
    return of(
        json,
        new EncoderShape(
            json.positive("n_layer"),
            RotarySettings.evenHeads(json, "n_head", hidden),
            hidden,
            json.has("n_inner") ? json.positive("n_inner") : 4 * hidden),
        positions(json),
        json.nonNegative("layer_norm_epsilon"),
        gated(json),
        new RotaryAngles(json.positiveNumber("rotary_emb_base"), 1),
        new Biases(json.flag("qkv_proj_bias"), wide, json.flag("mlp_fc2_bias"), true, wide, wide));
  }

  private static void refuse(JsonFile json, String key, String what) {
    if (json.flag(key)) {
      throw json.wrong(key, "false: " + what + " are not supported");
    }
  }

  /**
   * Returns the longest input. Beyond the trained positions, scaled angles depend on the length.
   */
  private static int positions(JsonFile json) {
    int all = json.positive("n_positions");
    boolean scaled = json.has("rotary_scaling_factor") && json.has("max_trained_positions");
    return scaled ? Math.min(all, json.positive("max_trained_positions")) : all;
  }

  private static Activation gated(JsonFile json) {
    return switch (json.text("activation_function")) {
      case "swiglu" -> Activation.SILU;
      case "geglu" -> Activation.GELU;
      default ->
          throw json.wrong(
              "activation_function", "swiglu or geglu: a network without a gate is not supported");
    };
  }

  private static HuggingFaceConfig of(
      JsonFile json,
      EncoderShape shape,
      int positions,
      double epsilon,
      Activation activation,
      RotaryAngles angles,
      Biases biases) {
    int types = json.natural("type_vocab_size");
    Position position = new Position.Rotary(Collections.nCopies(shape.layers(), angles));
    BertConfig encoder =
        new BertConfig(
            shape,
            new EmbeddingShape(json.positive("vocab_size"), positions, Math.max(1, types)),
            epsilon,
            activation,
            false,
            true,
            new EncoderDesign(position, NormPlacement.AFTER, true, shape.layers()));
    return new HuggingFaceConfig(
        Architecture.NOMIC_BERT,
        encoder,
        shape.hidden(),
        0,
        types > 0,
        biases,
        activation,
        HuggingFaceConfig.tied(json));
  }
}
