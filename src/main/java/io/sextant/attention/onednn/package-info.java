/**
 * The fast backend: oneDNN's kernels on packed weights, batches of concatenated tokens without
 * padding between pairs. {@code PackedLayer} runs over all tokens of a pack, {@code PairAttention}
 * within each pair, and {@code ValueNorms} computes the norms of the values. May import {@code
 * attention}, {@code bert}, {@code text} and {@code fault}.
 */
package io.sextant.attention.onednn;
