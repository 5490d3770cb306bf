/**
 * The reference backend: a SameDiff graph on Deeplearning4j's CPU engine, in float32, one pair at a
 * time. It may import {@code attention}, {@code bert}, {@code text} and {@code fault}.
 */
package io.sextant.attention.nd4j;
