package io.sextant.attention.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sextant.attention.AttentionRunner;
import io.sextant.attention.Backend;
import io.sextant.attention.BackendContract;
import io.sextant.attention.Precision;
import io.sextant.attention.RandomBert;
import io.sextant.attention.RecordingSink;
import io.sextant.bert.BertModel;
import io.sextant.fault.BadInputException;
import io.sextant.text.EncodedPair;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OnednnBackendTest extends BackendContract {

  OnednnBackendTest() {
    super("onednn");
  }

  @Test
  void automaticPrecisionIsBfloat16OnAmxAndFloat32Elsewhere() {
    Cpu.requireLibrary();
    assertThat(Backend.of("onednn").settle(Precision.AUTO))
        .isEqualTo(Cpu.instructions().contains("amx") ? Precision.BF16 : Precision.F32);
  }

  @ParameterizedTest
  @EnumSource(names = {"F32", "BF16", "BF16X3"})
  void aPairsMapsDoNotDependOnThePackItIsIn(Precision precision) {
    assumeTrue(precision == Precision.F32 || Bfloat16.isHere());
    BertModel model = RandomBert.of(3, 4, 64, 1024, 9);
    List<EncodedPair> pairs = RandomBert.pairs(12, 3, 90, 2);
    RecordingSink expected = run(model, precision, 640, pairs);
    for (int budget : new int[] {704, 1024, 1600}) {
      RecordingSink maps = run(model, precision, budget, pairs);
      for (int i = 0; i < pairs.size(); i++) {
        for (int layer = 0; layer < 3; layer++) {
          assertThat(maps.of(i).get(layer).weights())
              .as("pair %d, layer %d, packs of %d", i, layer, budget)
              .isEqualTo(expected.of(i).get(layer).weights());
        }
      }
    }
  }

  private static RecordingSink run(
      BertModel model, Precision precision, int budget, List<EncodedPair> pairs) {
    RecordingSink maps = new RecordingSink();
    try (OnednnModel opened = new OnednnModel(model, precision, budget);
        AttentionRunner runner = opened.newRunner()) {
      runner.run(pairs, maps);
    }
    return maps;
  }

  @ParameterizedTest
  @EnumSource(names = {"BF16", "BF16X3"})
  @DisabledIf("io.sextant.attention.onednn.Bfloat16#isHere")
  void refusesAPrecisionThatItCannotRun(Precision precision) {
    assertThatThrownBy(() -> Backend.of("onednn").open(RandomBert.of(1, 1, 8, 16, 4), precision))
        .isInstanceOf(BadInputException.class)
        .hasMessageContainingAll(precision.label(), Cpu.instructions(), "choose f32");
  }
}
