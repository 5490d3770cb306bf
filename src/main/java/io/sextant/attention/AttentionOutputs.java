package io.sextant.attention;

import java.io.Serializable;

/**
 * The outputs of a runner. Every runner outputs the attention weights and the entropies of their
 * rows.
 *
 * @param norms whether it outputs the norms of the keys' transformed values: see {@link
 *     AttentionMap#norms}
 * @param firstStates whether it outputs the last hidden state of the first token: see {@link
 *     AttentionSink#acceptFirst}
 */
public record AttentionOutputs(boolean norms, boolean firstStates) implements Serializable {
  /** The attention weights and the entropies of their rows. */
  public static final AttentionOutputs WEIGHTS = new AttentionOutputs(false, false);

  /** Also the norms. */
  public static final AttentionOutputs NORMS = new AttentionOutputs(true, false);

  /** Returns these outputs with the last hidden state of the first token. */
  public AttentionOutputs withFirstStates() {
    return new AttentionOutputs(norms, true);
  }
}
