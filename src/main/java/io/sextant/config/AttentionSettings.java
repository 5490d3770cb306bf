package io.sextant.config;

/**
 * How the model runs. The keys of {@code sextant.attention} in {@code reference.conf}.
 *
 * @param maxPieces 0 for the model's own maximum
 */
public record AttentionSettings(String backend, String precision, int maxPieces, int batchPieces) {}
