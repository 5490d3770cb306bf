package io.sextant.attention.onednn;

import io.sextant.attention.onednn.kernel.Cpu;
import org.bytedeco.dnnl.global.dnnl.cpu_isa;

/** Tells whether this processor supports products of bfloat16. */
final class Bfloat16 {

  private Bfloat16() {}

  static boolean isHere() {
    Cpu.requireLibrary();
    return Cpu.has(cpu_isa.avx512_core_bf16);
  }
}
