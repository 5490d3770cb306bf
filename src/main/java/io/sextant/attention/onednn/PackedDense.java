package io.sextant.attention.onednn;

import org.bytedeco.dnnl.memory;

/** A linear layer's weights, in the layout that its {@link Linear} chose. */
record PackedDense(memory weights, memory bias) {}
