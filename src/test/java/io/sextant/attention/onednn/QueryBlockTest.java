package io.sextant.attention.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.bert.Window;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryBlockTest {

  @ParameterizedTest
  @CsvSource({"1,0", "31,7", "33,7", "130,7", "130,64", "512,64", "513,64", "600,250"})
  void everyQueryIsInOneBlockWithExactlyTheKeysThatItsQueriesSee(int n, int reach) {
    Window window = new Window(reach);
    int next = 0;
    for (QueryBlock block : QueryBlock.of(n, window)) {
      assertThat(block.query()).isEqualTo(next);
      next += block.queries();
      assertThat(block.key()).isEqualTo(window.first(block.query()));
      assertThat(block.key() + block.keys()).isEqualTo(window.end(next - 1, n));
    }
    assertThat(next).isEqualTo(n);
  }

  @Test
  void withoutAWindowThePairIsOneBlock() {
    assertThat(QueryBlock.of(512, Window.FULL)).isEqualTo(List.of(new QueryBlock(0, 512, 0, 512)));
  }

  @Test
  void localLayersOfLongPairsComputeLessThanHalfOfTheProducts() {
    int products =
        QueryBlock.of(512, new Window(64)).stream()
            .mapToInt(block -> block.queries() * block.keys())
            .sum();
    assertThat(products).isEqualTo(128 * (192 + 256 + 256 + 192)).isLessThan(512 * 512 / 2);
  }
}
