package io.sextant.attention.nd4j;

/**
 * What the layers of one encoder may differ in.
 *
 * @param norms whether the attention has a layer norm
 * @param rotates whether queries and keys are rotated
 * @param adds whether something is added to the scaled scores
 */
record LayerKind(boolean norms, boolean rotates, boolean adds) {}
