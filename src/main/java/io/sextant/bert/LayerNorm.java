package io.sextant.bert;

/**
 * A layer norm's parameters, each of shape [hidden].
 *
 * @param gamma the scale
 * @param beta the shift
 */
public record LayerNorm(Tensor gamma, Tensor beta) {}
