package io.sextant.config;

/**
 * The settings of which words predict each other by co-occurrence: the keys of {@code
 * sextant.cooccurrence} in {@code reference.conf}.
 */
public record CooccurrenceSettings(
    boolean enabled, int minCount, double minLlr, int maxWords, int maxPairs) {

  public CooccurrenceSettings {
    Range.atLeast(1, "min-count", minCount);
    Range.atLeast(2, "max-words", maxWords);
    Range.atLeast(1, "max-pairs", maxPairs);
  }
}
