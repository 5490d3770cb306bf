package io.sextant.config;

/**
 * What is known of the words. The keys of {@code sextant.linguistics} in {@code reference.conf}.
 *
 * @param language of the pairs, a code of ISO 639-1
 * @param maxMismatch greatest part of a pair's annotated words that may not fit its text, 0 to 1
 */
public record LinguisticsSettings(String language, double maxMismatch) {}
