package io.sextant.attention.onednn;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.Backend;
import io.sextant.attention.Precision;
import io.sextant.bert.BertModel;
import io.sextant.fault.BadInputException;

/** Backend {@code onednn}: for x86-64 processors with AVX2 or more. */
public final class OnednnBackend implements Backend {
  static final String NAME = "onednn";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Precision settle(Precision precision) {
    Cpu.requireLibrary();
    return switch (precision) {
      case AUTO, F32 -> Precision.F32;
      case BF16, BF16X3 ->
          throw new BadInputException(
              "backend onednn does not run precision %s here (instructions: %s): choose f32"
                  .formatted(precision.label(), Cpu.instructions()));
    };
  }

  @Override
  public AttentionModel open(BertModel model, Precision precision) {
    settle(precision);
    return new OnednnModel(model);
  }
}
