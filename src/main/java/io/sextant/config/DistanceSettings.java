package io.sextant.config;

/**
 * How heads are compared with each other. The keys of {@code sextant.distances} in {@code
 * reference.conf}.
 */
public record DistanceSettings(int pairs, int rows) {

  public DistanceSettings {
    Range.atLeast(0, "pairs", pairs);
    Range.atLeast(1, "rows", rows);
  }
}
