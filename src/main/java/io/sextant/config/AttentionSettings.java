package io.sextant.config;

/**
 * The settings of how the model runs: the keys of {@code sextant.attention} in {@code
 * reference.conf}.
 */
public record AttentionSettings(
    String backend, String precision, String isa, int maxTokens, int batchTokens, boolean norms) {

  public AttentionSettings {
    Range.atLeast(0, "max-tokens", maxTokens);
    Range.atLeast(1, "batch-tokens", batchTokens);
  }
}
