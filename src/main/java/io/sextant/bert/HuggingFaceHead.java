package io.sextant.bert;

import java.util.List;

/**
 * What Hugging Face calls the tensors of a masked-LM head, whole names without the ending.
 *
 * @param transform the linear layer
 * @param norm the layer norm after it
 * @param outputBias the bias of the scores
 */
record HuggingFaceHead(String transform, String norm, String outputBias) {

  private static final List<HuggingFaceHead> KNOWN =
      List.of(
          new HuggingFaceHead(
              "cls.predictions.transform.dense",
              "cls.predictions.transform.LayerNorm",
              "cls.predictions.bias"),
          new HuggingFaceHead("lm_head.dense", "lm_head.layer_norm", "lm_head.bias"),
          new HuggingFaceHead("vocab_transform", "vocab_layer_norm", "vocab_projector.bias"));

  /**
   * The masked-LM head of a checkpoint; null if it has none of these, or one whose activation is
   * not the exact GELU, or one that scores narrower embeddings than the hidden states.
   */
  static MaskedLmHead read(Safetensors tensors, BertConfig shape, BertWeights weights) {
    if (shape.activation() != Activation.GELU || weights.embeddingProjection() != null) {
      return null;
    }
    return KNOWN.stream()
        .filter(names -> tensors.names().contains(names.transform + ".weight"))
        .filter(names -> tensors.names().contains(names.outputBias))
        .findFirst()
        .map(names -> names.read(HuggingFaceTensors.atRoot(tensors), shape))
        .orElse(null);
  }

  private MaskedLmHead read(HuggingFaceTensors tensors, BertConfig shape) {
    int hidden = shape.hidden();
    return new MaskedLmHead(
        tensors.dense(transform, hidden, hidden),
        tensors.norm(norm, hidden),
        tensors.tensor(outputBias, shape.vocabularySize()));
  }
}
