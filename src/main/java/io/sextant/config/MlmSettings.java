package io.sextant.config;

/**
 * The sample for {@code predictive_mlm}. The keys of {@code sextant.mlm} in {@code reference.conf}.
 *
 * @param pairs pairs that are measured; 0 for none
 * @param maxTokens longer pairs are not drawn
 */
public record MlmSettings(int pairs, int maxTokens) {}
