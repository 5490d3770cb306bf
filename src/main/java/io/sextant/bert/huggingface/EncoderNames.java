package io.sextant.bert.huggingface;

/**
 * Hugging Face's names of the tensors of an encoder layer. A tensor's full name is the model's
 * prefix, {@code layers}, the index of the layer, and one of the other components.
 *
 * @param layers the list of the layers, after the model's prefix
 * @param attention the parts of a layer's attention, after its index
 * @param feedForward the parts of its feed-forward network, likewise
 */
public record EncoderNames(String layers, Attention attention, FeedForward feedForward) {

  /** The linear layers of attention, and the layer norm after them. */
  public record Attention(String query, String key, String value, String output, String norm) {}

  /** The two linear layers of a feed-forward network, and the layer norm after them. */
  public record FeedForward(String intermediate, String output, String norm) {}

  public static final EncoderNames BERT =
      new EncoderNames(
          "encoder.layer.",
          new Attention(
              "attention.self.query",
              "attention.self.key",
              "attention.self.value",
              "attention.output.dense",
              "attention.output.LayerNorm"),
          new FeedForward("intermediate.dense", "output.dense", "output.LayerNorm"));

  /** ALBERT's only layer is the first of the first group. */
  public static final EncoderNames ALBERT =
      new EncoderNames(
          "encoder.albert_layer_groups.0.albert_layers.",
          new Attention(
              "attention.query",
              "attention.key",
              "attention.value",
              "attention.dense",
              "attention.LayerNorm"),
          new FeedForward("ffn", "ffn_output", "full_layer_layer_norm"));

  public static final EncoderNames DISTILBERT =
      new EncoderNames(
          "transformer.layer.",
          new Attention(
              "attention.q_lin",
              "attention.k_lin",
              "attention.v_lin",
              "attention.out_lin",
              "sa_layer_norm"),
          new FeedForward("ffn.lin1", "ffn.lin2", "output_layer_norm"));
}
