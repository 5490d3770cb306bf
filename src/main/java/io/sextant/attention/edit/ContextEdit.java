package io.sextant.attention.edit;

/** What an edit does to the contexts of a pair. */
interface ContextEdit {

  /** Returns whether the edit changes contexts of a layer. */
  boolean edits(int layer);

  /**
   * Replaces the contexts of the heads that are edited in a layer, if there are any.
   *
   * @param contexts [rows, hidden] with the heads side by side
   * @param first the row of the pair's first token
   * @param n the number of the pair's tokens
   */
  void apply(int layer, float[] contexts, int first, int n);
}
