package io.sextant.attention.onednn.kernel;

import java.util.List;
import org.bytedeco.dnnl.memory;

/**
 * The weights of a linear layer, in the layout that its {@link Matmul} chose.
 *
 * @param weights the parts of the weights
 * @param bias the bias in float32; null if there is none
 */
public record PackedDense(List<memory> weights, memory bias) {}
