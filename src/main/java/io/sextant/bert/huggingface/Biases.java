package io.sextant.bert.huggingface;

/**
 * Which parts of an encoder have biases, and which layer norms have shifts. The others are zero.
 *
 * @param attention the linear layers of attention
 * @param wide the linear layers from hidden to intermediate
 * @param narrow the linear layer from intermediate to hidden
 * @param norms the layer norms
 * @param transform the linear layer of the masked-LM head, and of ModernBERT's task head
 * @param decoder the scores of the masked-LM head
 */
record Biases(
    boolean attention,
    boolean wide,
    boolean narrow,
    boolean norms,
    boolean transform,
    boolean decoder) {

  /** Every part has one, as in BERT. */
  static final Biases ALL = new Biases(true, true, true, true, true, true);
}
