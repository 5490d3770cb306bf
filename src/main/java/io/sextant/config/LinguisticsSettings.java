package io.sextant.config;

/**
 * What is known of the words. The keys of {@code sextant.linguistics} in {@code reference.conf}.
 */
public record LinguisticsSettings(String language, double maxMismatch) {

  public LinguisticsSettings {
    Range.fraction("max-mismatch", maxMismatch);
  }
}
