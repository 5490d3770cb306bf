package io.sextant.attention.onednn;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.Backend;
import io.sextant.attention.Precision;
import io.sextant.attention.onednn.kernel.Cpu;
import io.sextant.attention.onednn.kernel.Isa;
import io.sextant.bert.BertModel;
import io.sextant.fault.BadInputException;
import java.util.Collection;
import java.util.Locale;
import org.bytedeco.dnnl.global.dnnl.cpu_isa;

/**
 * The backend {@code onednn}, for x86-64 processors with AVX2 or more. The precision {@code auto}
 * is bf16 on processors with AMX, where bf16 is faster, and f32 on others.
 */
public final class OnednnBackend implements Backend {
  static final String NAME = "onednn";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void requireLibrary() {
    Cpu.requireLibrary();
  }

  @Override
  public Precision settle(Precision precision, String isa) {
    if (precision == Precision.AUTO) {
      return Isa.has(isa, cpu_isa.avx512_core_amx) ? Precision.BF16 : Precision.F32;
    }
    if (precision != Precision.F32 && !Isa.has(isa, cpu_isa.avx512_core_bf16)) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "backend onednn does not support precision %s on this processor (instructions: %s): it"
                  + " needs AMX or AVX-512 with bfloat16; choose f32",
              precision.label(),
              isa));
    }
    return precision;
  }

  @Override
  public String isa() {
    return Isa.effective();
  }

  @Override
  public String processorIsa() {
    return Isa.ofThisProcessor();
  }

  @Override
  public String commonIsa(Collection<String> isas) {
    return Isa.common(isas);
  }

  @Override
  public boolean includes(String isa, String other) {
    return Isa.has(isa, Isa.named(other));
  }

  @Override
  public String isaNamed(String name) {
    return Isa.name(Isa.named(name).value);
  }

  @Override
  public void useIsa(String isa) {
    Isa.use(isa);
  }

  @Override
  public AttentionModel open(BertModel model, Precision precision) {
    return new OnednnModel(model, settle(precision, isa()));
  }
}
