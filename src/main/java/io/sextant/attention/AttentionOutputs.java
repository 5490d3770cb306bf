package io.sextant.attention;

/** The outputs of a runner. */
public enum AttentionOutputs {
  /** The attention weights and the entropies of their rows. */
  WEIGHTS,
  /** Also the norms of the keys' transformed values: see {@link AttentionMap#norms}. */
  NORMS
}
