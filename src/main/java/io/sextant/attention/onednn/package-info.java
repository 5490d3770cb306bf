/**
 * The fast backend: oneDNN's kernels on packed weights. The tokens of a pack's pairs are
 * concatenated without padding. {@code PackedLayer} processes all tokens of a pack, {@code
 * PairAttention} the attention within each pair, and {@code ValueNorms} the norms of the values. It
 * may import {@code attention}, {@code bert}, {@code text} and {@code fault}.
 */
package io.sextant.attention.onednn;
