package io.sextant.bert.huggingface;

import com.fasterxml.jackson.databind.JsonNode;
import io.sextant.bert.BertConfig;
import io.sextant.bert.EmbeddingShape;
import io.sextant.bert.EncoderDesign;
import io.sextant.bert.EncoderShape;
import io.sextant.bert.NormPlacement;
import io.sextant.bert.Position;
import io.sextant.bert.RelativeBuckets;
import io.sextant.bert.files.JsonFile;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Reads DeBERTa's configuration, version 2 or 3 (He et al. 2021; He et al. 2023). */
final class DebertaSettings {
  private static final String TO_POSITION = "c2p";
  private static final String TO_CONTENT = "p2c";

  private DebertaSettings() {}

  static HuggingFaceConfig read(JsonFile given) {
    JsonFile json = HuggingFaceDefaults.fill(Architecture.DEBERTA_V2, given);
    int hidden = json.positive("hidden_size");
    EncoderShape shape = HuggingFaceConfig.shape(json);
    refuseWhatIsNotComputed(json, shape);
    int positions = json.positive("max_position_embeddings");
    int types = json.natural("type_vocab_size");
    BertConfig encoder =
        new BertConfig(
            shape,
            new EmbeddingShape(json.positive("vocab_size"), positions, Math.max(1, types)),
            json.nonNegative("layer_norm_eps"),
            HuggingFaceConfig.activation(json, "hidden_act"),
            false,
            true,
            new EncoderDesign(
                position(json, positions), NormPlacement.AFTER, false, shape.layers()));
    return new HuggingFaceConfig(
        Architecture.DEBERTA_V2,
        encoder,
        hidden,
        json.flag("position_biased_input") ? 0 : HuggingFaceConfig.NO_POSITIONS,
        types > 0,
        Biases.ALL,
        encoder.activation(),
        HuggingFaceConfig.tied(json));
  }

  private static void refuseWhatIsNotComputed(JsonFile json, EncoderShape shape) {
    if (json.has("conv_kernel_size") && json.natural("conv_kernel_size") > 0) {
      throw json.wrong("conv_kernel_size", "0: a convolution after a layer is not supported");
    }
    if (!json.flag("relative_attention")) {
      throw json.wrong(
          "relative_attention", "true: a DeBERTa without relative positions is not supported");
    }
    requireWidth(json, "embedding_size", shape.hidden());
    requireWidth(json, "attention_head_size", shape.hidden() / shape.heads());
  }

  private static void requireWidth(JsonFile json, String key, int width) {
    if (json.has(key) && json.positive(key) != width) {
      throw json.wrong(key, width + ": other widths are not supported");
    }
  }

  private static Position position(JsonFile json, int positions) {
    Set<String> types = texts(json, "pos_att_type", List.of(TO_POSITION, TO_CONTENT));
    if (types.isEmpty()) {
      throw json.wrong("pos_att_type", TO_POSITION + ", " + TO_CONTENT + " or both");
    }
    return new Position.Disentangled(
        buckets(json, positions),
        types.contains(TO_POSITION),
        types.contains(TO_CONTENT),
        json.flag("share_att_key"),
        texts(json, "norm_rel_ebd", List.of("none", "layer_norm")).contains("layer_norm"));
  }

  private static RelativeBuckets buckets(JsonFile json, int positions) {
    int greatest = positiveOr(json, "max_relative_positions", positions);
    int buckets = positiveOr(json, "position_buckets", 0);
    if (buckets == 0) {
      return new RelativeBuckets(greatest, 0);
    }
    int exact = buckets / 2;
    boolean needsMore = positions - 1 > exact;
    if (exact == 0 || needsMore && greatest - 1 <= exact) {
      throw json.wrong(
          "position_buckets",
          "at least 2, and half of it less than max_relative_positions - 1 = " + (greatest - 1));
    }
    return new RelativeBuckets(buckets, greatest);
  }

  /** Returns an integer; {@code otherwise} if there is none or it is less than 1. */
  private static int positiveOr(JsonFile json, String key, int otherwise) {
    if (!json.has(key)) {
      return otherwise;
    }
    JsonNode value = json.object().get(key);
    if (!value.isInt()) {
      throw json.wrong(key, "an integer");
    }
    return value.intValue() < 1 ? otherwise : value.intValue();
  }

  /** Returns the texts of a list, or of a text in which {@code |} separates them. */
  private static Set<String> texts(JsonFile json, String key, List<String> known) {
    JsonNode value = json.object().path(key);
    List<String> texts =
        value.isArray()
            ? StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText).toList()
            : Arrays.stream(json.text(key).toLowerCase(Locale.ROOT).split("\\|"))
                .map(String::strip)
                .toList();
    if (!known.containsAll(texts)) {
      throw json.wrong(key, "only " + String.join(" and ", known));
    }
    return new HashSet<>(texts);
  }
}
