/**
 * oneDNN's kernels, and the arrays of a task that they are bound to. A {@link
 * io.sextant.attention.onednn.kernel.Linear} or {@link
 * io.sextant.attention.onednn.kernel.LayerNormKernel} is created once per model for a fixed number
 * of rows and shared by its tasks. A {@link io.sextant.attention.onednn.kernel.BoundPrimitive} is a
 * kernel bound to the arrays of a {@link io.sextant.attention.onednn.kernel.Workspace}. Only {@code
 * attention.onednn} uses this package. It may import {@code attention}, {@code bert} and {@code
 * fault}.
 */
package io.sextant.attention.onednn.kernel;
