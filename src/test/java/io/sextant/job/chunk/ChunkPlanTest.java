package io.sextant.job.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunkPlanTest {

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "32, 1",
    "33, 2",
    "400, 13",
    "8160, 255",
    "8161, 256",
    "60000, 256",
    "1048576, 256",
    "1048577, 257",
    "1000000000, 244141"
  })
  void manyRowsMakeLargerChunksBeforeTheyMakeMore(long rows, int chunks) {
    assertThat(ChunkPlan.forRows(rows).chunks()).isEqualTo(chunks);
  }

  @Property
  void chunksAreNeitherSmallNorLarge(@ForAll @LongRange(min = 1, max = 1L << 40) long rows) {
    int chunks = ChunkPlan.forRows(rows).chunks();
    assertThat(rows).isBetween(32L * (chunks - 1) + 1, 4096L * chunks);
  }
}
