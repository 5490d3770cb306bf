package io.sextant.attention.onednn.kernel;

import org.bytedeco.dnnl.memory;

/** A layer norm's parameters. */
public record PackedLayerNorm(memory scale, memory shift) {}
