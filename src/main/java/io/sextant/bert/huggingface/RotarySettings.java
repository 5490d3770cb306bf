package io.sextant.bert.huggingface;

import io.sextant.bert.EncoderShape;
import io.sextant.bert.RotaryAngles;
import io.sextant.bert.files.JsonFile;

/** Reads the parameters of rotary position embeddings. */
final class RotarySettings {

  private RotarySettings() {}

  /**
   * Returns the angles of an object such as {@code {"rope_theta": 10000.0, "rope_type":
   * "default"}}. The type "dynamic" changes the angles of texts that are longer than the positions
   * only.
   *
   * @param theta the base if the object has none
   */
  static RotaryAngles read(JsonFile json, double theta) {
    double base = json.has("rope_theta") ? json.positiveNumber("rope_theta") : theta;
    String type = json.has("rope_type") ? json.text("rope_type") : "default";
    return switch (type) {
      case "default", "dynamic" -> new RotaryAngles(base, 1);
      case "linear" -> new RotaryAngles(base, json.positiveNumber("factor"));
      default ->
          throw json.wrong(
              "rope_type", "default, dynamic or linear: other scalings are not supported");
    };
  }

  /** Returns {@link HuggingFaceConfig#shape}, whose heads must be {@link #evenHeads}. */
  static EncoderShape shape(JsonFile json) {
    EncoderShape shape = HuggingFaceConfig.shape(json);
    evenHeads(json, "num_attention_heads", shape.hidden());
    return shape;
  }

  /** Refuses heads whose vectors do not consist of pairs of numbers. */
  static int evenHeads(JsonFile json, String key, int hidden) {
    int heads = HuggingFaceConfig.heads(json, key, hidden);
    if (hidden / heads % 2 != 0) {
      throw json.wrong(key, "a number that divides the width into even parts, which are rotated");
    }
    return heads;
  }
}
