/**
 * The fast backend: oneDNN's kernels on packed weights, batches of concatenated tokens without
 * padding between pairs. May import {@code attention}, {@code bert}, {@code text} and {@code
 * fault}.
 *
 * <p>A {@code Linear} or {@code Norm} is a kernel for a fixed number of rows, made once per model
 * and shared by its tasks; a {@code Step} is a kernel bound to the arrays of one task; {@code
 * PairAttention} is what runs per pair; {@code ValueLengths} is what tells how much a head makes of
 * a token; {@code Workspace} holds the arrays.
 */
package io.sextant.attention.onednn;
