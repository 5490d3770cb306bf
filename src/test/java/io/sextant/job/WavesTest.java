package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WavesTest {
  @Test
  void wavesGrowByHalfUntilAllChunksHaveRun() {
    assertThat(Waves.ends(1)).containsExactly(1);
    assertThat(Waves.ends(5)).containsExactly(1, 2, 3, 4, 5);
    assertThat(Waves.ends(256)).containsExactly(8, 12, 18, 27, 40, 60, 90, 135, 202, 256);
  }
}
