package io.sextant.config;

/**
 * The settings of how heads are compared with each other: the keys of {@code sextant.distances} in
 * {@code reference.conf}.
 */
public record DistanceSettings(int pairs, int rows, int kept) {

  public DistanceSettings {
    Range.atLeast(0, "pairs", pairs);
    Range.atLeast(1, "rows", rows);
    Range.atLeast(0, "kept", kept);
  }
}
