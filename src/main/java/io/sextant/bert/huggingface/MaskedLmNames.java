package io.sextant.bert.huggingface;

/**
 * Hugging Face's names of the parts of a masked-LM head.
 *
 * @param transform the linear layer on the hidden states
 * @param norm the layer norm after it
 * @param decoder the linear layer that computes the scores of tokens; null if that is always the
 *     table of word embeddings
 * @param bias the bias of the scores; it may also be stored as the decoder's bias
 */
record MaskedLmNames(String transform, String norm, String decoder, String bias) {

  static final MaskedLmNames BERT =
      new MaskedLmNames(
          "cls.predictions.transform.dense",
          "cls.predictions.transform.LayerNorm",
          "cls.predictions.decoder",
          "cls.predictions.bias");

  static final MaskedLmNames ALBERT =
      new MaskedLmNames(
          "predictions.dense", "predictions.LayerNorm", "predictions.decoder", "predictions.bias");

  /** DeBERTa's head as its authors publish it; transformers has one with BERT's names besides. */
  static final MaskedLmNames DEBERTA =
      new MaskedLmNames(
          "lm_predictions.lm_head.dense",
          "lm_predictions.lm_head.LayerNorm",
          null,
          "lm_predictions.lm_head.bias");

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

  static final MaskedLmNames MODERNBERT =
      new MaskedLmNames("head.dense", "head.norm", "decoder", "decoder.bias");

  static final MaskedLmNames NOMIC =
      new MaskedLmNames(
          "cls.predictions.transform.dense",
          "cls.predictions.transform.layer_norm",
          "cls.predictions.decoder",
          "cls.predictions.bias");

  /** GTE as its own code names it. */
  static final MaskedLmNames NEW =
      new MaskedLmNames("lm_head.dense", "lm_head.norm", "lm_head.decoder", "lm_head.decoder.bias");
}
