package io.sextant.profile.pair;

import java.util.Locale;

/** What is averaged for every head, all patterns aside; see {@code schema/head_profile.json}. */
public enum Description {
  /** Entropy of a content token's attention, nats. */
  ENTROPY,
  /** The same over ln n. */
  ENTROPY_RATIO,
  /** |query - key| weighted by the attention. */
  MEAN_DISTANCE,
  /** Greatest weight of a content token's row. */
  CONFIDENCE,
  /** Mean entropy over all rows of the pair, counted once a pair. */
  ENTROPY_ALL_ROWS,
  /** The same over ln n. */
  ENTROPY_RATIO_ALL_ROWS;

  /** The column of {@code head_profile}. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is averaged over content tokens, not over pairs. */
  public boolean isPerQuery() {
    return this != ENTROPY_ALL_ROWS && this != ENTROPY_RATIO_ALL_ROWS;
  }
}
