package io.sextant.attention.onednn;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.Backend;
import io.sextant.attention.Precision;
import io.sextant.bert.BertModel;
import io.sextant.fault.BadInputException;
import java.util.Locale;
import org.bytedeco.dnnl.global.dnnl.cpu_isa;

/**
 * Backend {@code onednn}: for x86-64 processors with AVX2 or more. {@code auto} is bf16 on AMX,
 * where it pays, and f32 elsewhere.
 */
public final class OnednnBackend implements Backend {
  static final String NAME = "onednn";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Precision settle(Precision precision) {
    Cpu.requireLibrary();
    if (precision == Precision.AUTO) {
      return Cpu.has(cpu_isa.avx512_core_amx) ? Precision.BF16 : Precision.F32;
    }
    if (precision != Precision.F32 && !Cpu.has(cpu_isa.avx512_core_bf16)) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "backend onednn does not run precision %s on this processor (instructions: %s): it"
                  + " takes AMX or AVX-512 with bfloat16; choose f32",
              precision.label(),
              Cpu.instructions()));
    }
    return precision;
  }

  @Override
  public AttentionModel open(BertModel model, Precision precision) {
    return new OnednnModel(model, settle(precision));
  }
}
