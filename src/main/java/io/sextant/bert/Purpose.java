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

  /** What is said of pairs to those who put them through a bi-encoder. */
  public static final String PAIRS_ARE_OUTSIDE =
      "the model is a bi-encoder of sentence-transformers, trained on single texts: pairs are outside"
          + " its training";
}
