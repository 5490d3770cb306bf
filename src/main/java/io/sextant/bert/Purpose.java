package io.sextant.bert;

/**
 * What a checkpoint was made for, as its files say.
 *
 * @param type transformers' {@code model_type}, such as {@code bert}
 * @param modelClass transformers' class, such as {@code BertForSequenceClassification}; null if no
 *     file names one
 * @param taskHead the task head; null if the checkpoint has none, or none that Sextant reads
 * @param biEncoder whether it is the encoder of a model of sentence-transformers that pools its
 *     hidden states to a vector, and so was trained on single texts
 */
public record Purpose(String type, String modelClass, TaskHead taskHead, boolean biEncoder) {

  /** The purpose of a BERT as Google published it. */
  public static final Purpose GOOGLE = new Purpose("bert", null, null, false);

  /** Returns this purpose as that of a bi-encoder or not. */
  public Purpose withBiEncoder(boolean isBiEncoder) {
    return new Purpose(type, modelClass, taskHead, isBiEncoder);
  }
}
