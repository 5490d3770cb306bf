package io.sextant.config;

/**
 * The settings of the sample for {@code predictive_mlm}: the keys of {@code sextant.mlm} in {@code
 * reference.conf}.
 */
public record MlmSettings(int pairs, int maxTokens) {

  public MlmSettings {
    Range.atLeast(0, "pairs", pairs);
    Range.atLeast(1, "max-tokens", maxTokens);
  }
}
