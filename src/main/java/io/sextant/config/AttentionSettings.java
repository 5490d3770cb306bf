package io.sextant.config;

/**
 * How the model runs. The keys of {@code sextant.attention} in {@code reference.conf}.
 *
 * @param isa the instruction set of the backend's kernels; auto for the best that all machines have
 * @param maxTokens 0 for the model's own maximum
 * @param norms whether attention is also weighted by the norm of what it moves
 */
public record AttentionSettings(
    String backend, String precision, String isa, int maxTokens, int batchTokens, boolean norms) {}
