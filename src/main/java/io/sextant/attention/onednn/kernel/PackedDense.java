package io.sextant.attention.onednn.kernel;

import java.util.List;
import org.bytedeco.dnnl.memory;

/**
 * A linear layer's weights, in the layout that its {@link Matmul} chose.
 *
 * @param weights their parts
 * @param bias float32; null if there is none
 */
public record PackedDense(List<memory> weights, memory bias) {}
