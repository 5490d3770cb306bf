package io.sextant.bert.huggingface;

import io.sextant.bert.TaskHead.Function;

/**
 * Hugging Face's names of the parts of the head of {@code ...ForSequenceClassification}, the same
 * in transformers 4 and 5.
 *
 * @param pooled whether the first linear layer is the encoder's pooler, whose name has the
 *     encoder's prefix
 * @param transform the first linear layer
 * @param function the function after it; null if config.json states it
 * @param norm the layer norm after the function; null if there is none
 * @param classifier the second linear layer
 */
record TaskHeadNames(
    boolean pooled, String transform, Function function, String norm, String classifier) {

  /** Creates the names of a head without a norm. */
  TaskHeadNames(boolean pooled, String transform, Function function, String classifier) {
    this(pooled, transform, function, null, classifier);
  }

  private static final TaskHeadNames ROBERTA =
      new TaskHeadNames(false, "classifier.dense", Function.TANH, "classifier.out_proj");

  /** Returns the names of an architecture. */
  static TaskHeadNames of(Architecture architecture) {
    return switch (architecture) {
      case ALBERT -> new TaskHeadNames(true, "pooler", Function.TANH, "classifier");
      case BERT, GTE, NEW, NOMIC_BERT ->
          new TaskHeadNames(true, "pooler.dense", Function.TANH, "classifier");
      case DEBERTA_V2 -> new TaskHeadNames(false, "pooler.dense", Function.GELU, "classifier");
      case DISTILBERT -> new TaskHeadNames(false, "pre_classifier", Function.RELU, "classifier");
      case ELECTRA ->
          new TaskHeadNames(false, ROBERTA.transform, Function.GELU, ROBERTA.classifier);
      case CAMEMBERT, MPNET, ROBERTA, XLM_ROBERTA -> ROBERTA;
      case MODERNBERT -> new TaskHeadNames(false, "head.dense", null, "head.norm", "classifier");
    };
  }
}
