package io.sextant.attention.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.attention.Backend;
import io.sextant.attention.BackendContract;
import io.sextant.attention.Precision;
import io.sextant.attention.RandomBert;
import io.sextant.fault.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OnednnBackendTest extends BackendContract {

  OnednnBackendTest() {
    super("onednn");
  }

  @Test
  void automaticPrecisionIsSettled() {
    assertThat(Backend.of("onednn").settle(Precision.AUTO)).isEqualTo(Precision.F32);
  }

  @ParameterizedTest
  @EnumSource(names = {"BF16", "BF16X3"})
  void refusesAPrecisionThatItCannotRun(Precision precision) {
    assertThatThrownBy(() -> Backend.of("onednn").open(RandomBert.of(1, 1, 8, 16, 4), precision))
        .isInstanceOf(BadInputException.class)
        .hasMessageContainingAll(precision.label(), Cpu.instructions(), "choose f32");
  }
}
