package io.sextant.attention.onednn.kernel;

import org.bytedeco.dnnl.memory;

/** The parameters of a layer norm as oneDNN's arrays. */
public record PackedLayerNorm(memory scale, memory shift) {}
