package io.sextant.attention.edit;

import java.io.Serializable;

/** An edit of one or several heads, whose contexts it changes. */
public sealed interface HeadEdit extends Serializable permits Ablation, Knockout {

  /** Returns the first layer that is edited. Nothing before its contexts differs. */
  int firstLayer();
}
