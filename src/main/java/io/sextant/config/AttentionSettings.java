package io.sextant.config;

/**
 * How the model runs. The keys of {@code sextant.attention} in {@code reference.conf}.
 *
 * @param maxPieces 0 for the model's own maximum
 * @param norms whether attention is also weighted by the norm of what it moves
 */
public record AttentionSettings(
    String backend, String precision, int maxPieces, int batchPieces, boolean norms) {}
