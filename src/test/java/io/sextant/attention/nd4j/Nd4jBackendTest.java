package io.sextant.attention.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.attention.Backend;
import io.sextant.attention.BackendContract;
import io.sextant.attention.Precision;
import io.sextant.attention.RandomBert;
import io.sextant.fault.BadInputException;
import org.junit.jupiter.api.Test;

class Nd4jBackendTest extends BackendContract {

  Nd4jBackendTest() {
    super("nd4j");
  }

  @Test
  void runsFloat32Only() {
    Backend backend = Backend.of("nd4j");
    assertThat(backend.settle(Precision.AUTO, backend.processorIsa())).isEqualTo(Precision.F32);
    assertThatThrownBy(() -> backend.open(RandomBert.of(1, 1, 8, 16, 4), Precision.BF16))
        .isInstanceOf(BadInputException.class)
        .hasMessageContainingAll("nd4j", "bf16", "choose f32");
  }
}
