package io.sextant.config;

/**
 * The settings of the text's language and annotation: the keys of {@code sextant.linguistics} in
 * {@code reference.conf}.
 */
public record LinguisticsSettings(String language, double maxMismatch) {

  public LinguisticsSettings {
    Range.fraction("max-mismatch", maxMismatch);
  }
}
