package io.sextant.bert.huggingface;

/**
 * What Hugging Face calls the parts of a masked-LM head, which lie beside the encoder.
 *
 * @param transform the linear layer on hidden states
 * @param norm the layer norm after it
 * @param decoder what scores the tokens
 * @param bias the scores' bias; it may also lie with the decoder
 */
record MaskedLmNames(String transform, String norm, String decoder, String bias) {

  static final MaskedLmNames BERT =
      new MaskedLmNames(
          "cls.predictions.transform.dense",
          "cls.predictions.transform.LayerNorm",
          "cls.predictions.decoder",
          "cls.predictions.bias");

  static final MaskedLmNames DISTILBERT =
      new MaskedLmNames(
          "vocab_transform", "vocab_layer_norm", "vocab_projector", "vocab_projector.bias");

  static final MaskedLmNames ELECTRA =
      new MaskedLmNames(
          "generator_predictions.dense",
          "generator_predictions.LayerNorm",
          "generator_lm_head",
          "generator_lm_head.bias");

  static final MaskedLmNames ROBERTA =
      new MaskedLmNames("lm_head.dense", "lm_head.layer_norm", "lm_head.decoder", "lm_head.bias");
}
