package io.sextant.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoppingScheduleTest {
  @Test
  void wavesGrowByHalfUntilAllChunksHaveRun() {
    assertThat(StoppingSchedule.ends(1)).containsExactly(1);
    assertThat(StoppingSchedule.ends(5)).containsExactly(1, 2, 3, 4, 5);
    assertThat(StoppingSchedule.ends(256))
        .containsExactly(8, 12, 18, 27, 40, 60, 90, 135, 202, 256);
  }
}
