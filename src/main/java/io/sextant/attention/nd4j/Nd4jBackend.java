package io.sextant.attention.nd4j;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.Backend;
import io.sextant.attention.Precision;
import io.sextant.bert.BertModel;
import io.sextant.fault.BadInputException;
import java.util.Locale;

/** Backend {@code nd4j}: the judge of the others, and for machines that they do not run on. */
public final class Nd4jBackend implements Backend {
  static final String NAME = "nd4j";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Precision settle(Precision precision) {
    return switch (precision) {
      case AUTO, F32 -> Precision.F32;
      case BF16, BF16X3 ->
          throw new BadInputException(
              String.format(
                  Locale.ROOT,
                  "backend nd4j cannot run precision %s: choose f32, or another backend",
                  precision.label()));
    };
  }

  @Override
  public AttentionModel open(BertModel model, Precision precision) {
    settle(precision);
    Nd4jRuntime.prepare();
    return new Nd4jModel(model);
  }
}
