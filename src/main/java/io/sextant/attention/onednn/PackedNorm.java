package io.sextant.attention.onednn;

import org.bytedeco.dnnl.memory;

/** A layer norm's parameters. */
record PackedNorm(memory scale, memory shift) {}
