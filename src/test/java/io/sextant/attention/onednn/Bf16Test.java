package io.sextant.attention.onednn;

import io.sextant.attention.BackendContract;
import io.sextant.attention.Precision;
import org.junit.jupiter.api.condition.EnabledIf;

/** Operands have 8 significant bits, so errors of a weight reach one hundredth. */
@EnabledIf("io.sextant.attention.onednn.Bfloat16#isHere")
class Bf16Test extends BackendContract {

  Bf16Test() {
    super("onednn", Precision.BF16, 2e-2);
  }
}
