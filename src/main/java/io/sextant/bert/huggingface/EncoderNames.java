package io.sextant.bert.huggingface;

/**
 * Hugging Face's names of the tensors of an encoder layer. A tensor's full name is the model's
 * prefix, {@code layers}, the index of the layer, and one of the other components.
 *
 * @param layers the name of the list of layers
 */
public record EncoderNames(
    String layers,
    String query,
    String key,
    String value,
    String attentionOutput,
    String attentionNorm,
    String intermediate,
    String output,
    String outputNorm) {

  public static final EncoderNames BERT =
      new EncoderNames(
          "encoder.layer.",
          "attention.self.query",
          "attention.self.key",
          "attention.self.value",
          "attention.output.dense",
          "attention.output.LayerNorm",
          "intermediate.dense",
          "output.dense",
          "output.LayerNorm");

  public static final EncoderNames DISTILBERT =
      new EncoderNames(
          "transformer.layer.",
          "attention.q_lin",
          "attention.k_lin",
          "attention.v_lin",
          "attention.out_lin",
          "sa_layer_norm",
          "ffn.lin1",
          "ffn.lin2",
          "output_layer_norm");
}
