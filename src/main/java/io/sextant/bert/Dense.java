package io.sextant.bert;

/**
 * A linear layer {@code y = x W + b}.
 *
 * @param kernel W, shape [in, out]
 * @param bias b, shape [out]
 */
public record Dense(Tensor kernel, Tensor bias) {}
