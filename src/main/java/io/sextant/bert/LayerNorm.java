package io.sextant.bert;

/**
 * The parameters of a layer norm, each of shape [hidden].
 *
 * @param gamma the scale
 * @param beta the shift
 */
public record LayerNorm(Tensor gamma, Tensor beta) {}
