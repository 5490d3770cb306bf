package io.sextant.bert.huggingface;

import io.sextant.bert.BertConfig;
import io.sextant.bert.DistanceBuckets;
import io.sextant.bert.EmbeddingShape;
import io.sextant.bert.EncoderDesign;
import io.sextant.bert.EncoderShape;
import io.sextant.bert.NormPlacement;
import io.sextant.bert.Position;
import io.sextant.bert.files.JsonFile;

/** Reads the configurations that have BERT's keys, completed with their defaults. */
final class BertSettings {
  /** The padding's id, which is a constant in MPNet's code. */
  private static final int MPNET_PADDING = 1;

  /** The buckets of MPNet's relative positions, which are constants in its code. */
  private static final DistanceBuckets MPNET_BUCKETS = new DistanceBuckets(32, 128);

  private BertSettings() {}

  static HuggingFaceConfig read(Architecture architecture, JsonFile json) {
    requireAbsolutePositions(json);
    if (architecture.sharesLayers()) {
      requireOne(json, "num_hidden_groups");
      requireOne(json, "inner_group_num");
    }
    int hidden = json.positive("hidden_size");
    int rows = json.positive("max_position_embeddings");
    int firstPosition = firstPosition(architecture, json, rows);
    boolean tokenTypes = architecture != Architecture.MPNET;
    int types = tokenTypes ? json.positive("type_vocab_size") : 1;
    EncoderShape shape = HuggingFaceConfig.shape(json);
    BertConfig encoder =
        new BertConfig(
            shape,
            new EmbeddingShape(json.positive("vocab_size"), rows - firstPosition, types),
            json.nonNegative("layer_norm_eps"),
            HuggingFaceConfig.activation(json, "hidden_act"),
            false,
            !architecture.hasTokenTypes() || types > 1);
    return new HuggingFaceConfig(
        architecture,
        architecture == Architecture.MPNET ? encoder.withDesign(mpnet(json, shape)) : encoder,
        architecture.hasEmbeddingSize() ? json.positive("embedding_size") : hidden,
        firstPosition,
        tokenTypes,
        Biases.ALL,
        architecture.maskedLmActivation(encoder.activation()),
        HuggingFaceConfig.tied(json));
  }

  /** Refuses other positions, such as BERT's relative ones, which few checkpoints have. */
  static void requireAbsolutePositions(JsonFile json) {
    if (json.has("alibi_starting_size")) {
      throw json.wrong(
          "alibi_starting_size", "null: attention with linear biases (ALiBi) is not supported");
    }
    if (json.has("position_embedding_type")) {
      json.require("position_embedding_type", "absolute");
    }
  }

  private static void requireOne(JsonFile json, String key) {
    if (json.positive(key) != 1) {
      throw json.wrong(
          key, "1: an ALBERT whose layers do not all have the same weights is not supported");
    }
  }

  /** Returns the row of the position embedding table for the first position. */
  private static int firstPosition(Architecture architecture, JsonFile json, int rows) {
    if (architecture == Architecture.MPNET) {
      if (rows < MPNET_PADDING + 2) {
        throw json.wrong("max_position_embeddings", "at least " + (MPNET_PADDING + 2));
      }
      return MPNET_PADDING + 1;
    }
    if (!architecture.positionsFollowPadding()) {
      return 0;
    }
    int padding = json.natural("pad_token_id");
    if (padding >= rows - 1) {
      throw json.wrong("pad_token_id", "less than max_position_embeddings - 1");
    }
    return padding + 1;
  }

  private static EncoderDesign mpnet(JsonFile json, EncoderShape shape) {
    if (json.positive("relative_attention_num_buckets") != MPNET_BUCKETS.count()) {
      throw json.wrong(
          "relative_attention_num_buckets",
          MPNET_BUCKETS.count() + ", which is a constant in MPNet's code");
    }
    return new EncoderDesign(
        new Position.Bias(MPNET_BUCKETS), NormPlacement.AFTER, false, shape.layers());
  }
}
