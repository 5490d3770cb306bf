package io.sextant.profile.pair;

import java.util.Locale;

/**
 * What is averaged for every head, independently of patterns; see {@code schema/head_profile.json}.
 */
public enum Description {
  /** The entropy of a content token's attention, in nats. */
  ENTROPY,
  /** The entropy of a content token's attention, divided by ln n. */
  ENTROPY_RATIO,
  /** The mean of |query - key| over a content token's attention, in positions. */
  MEAN_DISTANCE,
  /** The greatest weight of a content token's row. */
  CONFIDENCE,
  /** The mean entropy over all rows of a pair, in nats; one value per pair. */
  ENTROPY_ALL_ROWS,
  /** The mean entropy over all rows of a pair, divided by ln n; one value per pair. */
  ENTROPY_RATIO_ALL_ROWS;

  /** Returns the column of {@code head_profile}. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether the average is over content tokens instead of pairs. */
  public boolean isPerQuery() {
    return this != ENTROPY_ALL_ROWS && this != ENTROPY_RATIO_ALL_ROWS;
  }
}
