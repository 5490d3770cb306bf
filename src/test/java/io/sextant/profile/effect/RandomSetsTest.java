package io.sextant.profile.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.table.HeadGrid;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomSetsTest {
  private static final HeadGrid GRID = new HeadGrid(3, 4);

  @Test
  void eachSetHasAsManyHeadsInEachLayer() {
    int[] heads = {0, 3, 8, 9, 10, 11};
    List<int[]> sets = RandomSets.of(GRID, heads, 20, 7);
    assertThat(sets).hasSize(20);
    for (int[] set : sets) {
      assertThat(set).isSorted().doesNotHaveDuplicates();
      assertThat(Arrays.stream(set).filter(head -> head < 4)).hasSize(2);
      assertThat(Arrays.stream(set).filter(head -> head >= 8).toArray())
          .containsExactly(8, 9, 10, 11);
    }
  }

  @Test
  void everyHeadOfALayerIsDrawnAsOften() {
    List<int[]> sets = RandomSets.of(GRID, new int[] {5}, 4000, 1);
    IntStream.range(4, 8)
        .forEach(
            head ->
                assertThat(sets.stream().filter(set -> set[0] == head).count() / 4000.)
                    .isCloseTo(.25, within(.03)));
  }

  @Test
  void theSeedDecides() {
    assertThat(RandomSets.of(GRID, new int[] {0, 5}, 20, 3))
        .containsExactlyElementsOf(RandomSets.of(GRID, new int[] {2, 6}, 20, 3));
    assertThat(texts(RandomSets.of(GRID, new int[] {0, 5}, 20, 4)))
        .isNotEqualTo(texts(RandomSets.of(GRID, new int[] {0, 5}, 20, 3)));
  }

  private static List<String> texts(List<int[]> sets) {
    return sets.stream().map(Arrays::toString).toList();
  }
}
