package io.sextant.attention.onednn;

import io.sextant.attention.BackendContract;
import io.sextant.attention.Precision;
import org.junit.jupiter.api.condition.EnabledIf;

/** Operands have 16 significant bits. */
@EnabledIf("io.sextant.attention.onednn.Bfloat16#isHere")
class Bf16x3Test extends BackendContract {

  Bf16x3Test() {
    super("onednn", Precision.BF16X3, 1e-4);
  }
}
