package io.sextant.attention;

import io.sextant.bert.TaskHead.Pooling;
import java.io.Serializable;

/**
 * The outputs of a runner. Every runner outputs the attention weights and the entropies of their
 * rows.
 *
 * @param norms whether it outputs the norms of the keys' transformed values: see {@link
 *     AttentionMap#norms}
 * @param pooling how the last hidden states that it outputs are pooled: see {@link
 *     AttentionSink#acceptPooled}; null if it outputs none
 */
public record AttentionOutputs(boolean norms, Pooling pooling) implements Serializable {
  /** The attention weights and the entropies of their rows. */
  public static final AttentionOutputs WEIGHTS = new AttentionOutputs(false, null);

  /** Also the norms. */
  public static final AttentionOutputs NORMS = new AttentionOutputs(true, null);

  /** Returns these outputs with the pooled last hidden states. */
  public AttentionOutputs withPooled(Pooling by) {
    return new AttentionOutputs(norms, by);
  }
}
