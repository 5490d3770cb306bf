package io.sextant.attention.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.attention.Precision;
import io.sextant.attention.onednn.kernel.ComputeType;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;

class ComputeTypeTest {

  @Test
  void bfloat16IsTheNearestOfEightBitsAndEvenBetweenTwo() {
    float one = 1;
    float step = 1f / 128;
    assertThat(ComputeType.bfloat16(one)).isEqualTo(one);
    assertThat(ComputeType.bfloat16(one + .49f * step)).isEqualTo(one);
    assertThat(ComputeType.bfloat16(one + .51f * step)).isEqualTo(one + step);
    assertThat(ComputeType.bfloat16(one + .5f * step)).isEqualTo(one);
    assertThat(ComputeType.bfloat16(one + 1.5f * step)).isEqualTo(one + 2 * step);
    assertThat(ComputeType.bfloat16(-one - .51f * step)).isEqualTo(-one - step);
    assertThat(ComputeType.bfloat16(-0f)).isEqualTo(-0f);
  }

  @Property
  void twoPartsKeepSixteenBits(@ForAll @FloatRange(min = -100, max = 100) float weight) {
    List<float[]> parts = ComputeType.BF16X3.split(new float[] {weight});
    assertThat(parts).hasSize(2);
    float rounded = parts.get(0)[0];
    float rest = parts.get(1)[0];
    assertThat(rounded).isEqualTo(ComputeType.bfloat16(weight));
    assertThat((double) rounded + rest).isEqualTo((double) weight);
    double kept = (double) rounded + ComputeType.bfloat16(rest);
    assertThat(Math.abs(kept - weight)).isLessThanOrEqualTo(Math.abs(weight) * 0x1p-16);
  }

  @Test
  void oneProductNeedsNoCopyOfItsWeights() {
    float[] weights = {1.001f, -2};
    assertThat(ComputeType.F32.split(weights)).containsExactly(weights);
    assertThat(ComputeType.BF16.split(weights)).containsExactly(weights);
  }

  @Test
  void onlyASettledPrecisionIsAnArithmetic() {
    assertThat(ComputeType.of(Precision.BF16X3)).isEqualTo(ComputeType.BF16X3);
    assertThatThrownBy(() -> ComputeType.of(Precision.AUTO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
