package io.sextant.attention;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.text.EncodedPair;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SequencePackingTest {
  private static final int ROWS = 100;

  @Property(tries = 300)
  void everyPairIsInOnePackThatHoldsIt(
      @ForAll @Size(max = 40) List<@IntRange(min = 3, max = 130) Integer> sizes) {
    List<EncodedPair> batch = pairs(sizes);
    List<int[]> packs = SequencePacking.of(batch, ROWS);
    assertThat(packs.stream().flatMapToInt(Arrays::stream).sorted().toArray())
        .isEqualTo(IntStream.range(0, batch.size()).toArray());
    for (int[] pack : packs) {
      assertThat(pack).isSorted();
      int tokens = Arrays.stream(pack).map(sizes::get).sum();
      assertThat(tokens <= ROWS || pack.length == 1).isTrue();
    }
  }

  @Test
  void whatIsLeftOfAPackIsFilled() {
    // In the given order there would be three packs.
    assertThat(SequencePacking.of(pairs(List.of(60, 70, 40, 30)), ROWS))
        .containsExactlyInAnyOrder(new int[] {1, 3}, new int[] {0, 2});
  }

  @Test
  void pairsThatWouldLeaveAPackUnfilledAreLeftForTheNextBatch() {
    assertThat(SequencePacking.fullest(pairs(Collections.nCopies(15, 25)), ROWS)).isEqualTo(12);
    assertThat(SequencePacking.fullest(pairs(Collections.nCopies(16, 25)), ROWS)).isEqualTo(16);
    assertThat(SequencePacking.fullest(pairs(List.of(60, 40, 70, 20)), ROWS)).isEqualTo(2);
    assertThat(SequencePacking.fullest(pairs(List.of(60)), ROWS)).isEqualTo(1);
    assertThat(SequencePacking.fullest(pairs(List.of(130, 60)), ROWS)).isEqualTo(1);
  }

  private static List<EncodedPair> pairs(List<Integer> sizes) {
    return sizes.stream().map(size -> RandomBert.pair(size, size / 2, size)).toList();
  }
}
