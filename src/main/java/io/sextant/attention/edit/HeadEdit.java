package io.sextant.attention.edit;

import io.sextant.bert.BertConfig;
import java.io.Serializable;

/** An edit of one or several heads, whose contexts it changes. */
public sealed interface HeadEdit extends Serializable permits Ablation, Knockout {

  /** Returns the first layer that is edited. Nothing before its contexts differs. */
  int firstLayer();

  /**
   * Checks that the edit fits a model and a pair.
   *
   * @param n the number of the pair's tokens
   * @throws IllegalArgumentException if it does not
   */
  void check(BertConfig config, int n);
}
