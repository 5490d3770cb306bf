package io.sextant.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RowsTest {

  @Test
  void worstDeviationIsOverAllHeadsAndRows() {
    float[] weights = {.5f, .5f, 1, 0, .25f, .75f, .25f, .5f, 9, 9};
    AttentionMap map = new AttentionMap(2, 2, weights, new float[4]);
    assertThat(RowSums.worstDeviation(map)).isEqualTo(.25);
  }

  @Test
  void whatIsNotANumberDeviatesInfinitely() {
    float[] weights = {1, 0, Float.NaN, 1};
    AttentionMap map = new AttentionMap(1, 2, weights, new float[2]);
    assertThat(RowSums.worstDeviation(map)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void entropyOfCertaintyIsZeroAndOfIndifferenceLnN() {
    float[] weights = {1, 0, 0, 0, .25f, .25f, .25f, .25f};
    float[] entropies = new float[2];
    RowEntropies.fill(weights, 2, 4, entropies);
    assertThat(entropies[0]).isZero();
    assertThat(entropies[1]).isCloseTo((float) Math.log(4), within(1e-7f));
  }
}
