package io.sextant.attention;

/** What a runner hands out with every map. */
public enum AttentionOutputs {
  /** Weights and entropies. */
  WEIGHTS,
  /** The norms of the keys' transformed values too: see {@link AttentionMap#norms}. */
  NORMS
}
