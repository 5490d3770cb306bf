package io.sextant.attention.nd4j;

/**
 * What the layers of one encoder may differ in.
 *
 * @param norms whether the attention has a layer norm
 * @param rotates whether queries and keys are rotated
 * @param adds whether something is added to the scaled scores
 * @param toPosition whether the scores have terms of position keys
 * @param toContent whether the scores have terms of position queries
 */
record LayerKind(
    boolean norms, boolean rotates, boolean adds, boolean toPosition, boolean toContent) {}
