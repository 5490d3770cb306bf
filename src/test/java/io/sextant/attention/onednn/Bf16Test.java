package io.sextant.attention.onednn;

import io.sextant.attention.BackendContract;
import io.sextant.attention.Precision;
import org.junit.jupiter.api.condition.EnabledIf;

/** Operands keep 8 bits: a weight is off by a hundredth at times. */
@EnabledIf("io.sextant.attention.onednn.Bfloat16#isHere")
class Bf16Test extends BackendContract {

  Bf16Test() {
    super("onednn", Precision.BF16, 2e-2);
  }
}
