package io.sextant.linguistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.bert.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VocabularyRanksTest {
  private static final List<String> BEFORE = List.of("[PAD]", "[unused0]", "!", "a", "##b", "欧");

  @Test
  void ranksCountFromTheFirstWholeWordAndAreBinnedByTheirLogarithm() {
    VocabularyRanks ranks = ranks(300);
    int first = BEFORE.size();
    assertThat(IntStream.of(0, 3, first, first + 62).map(ranks::bin)).containsOnly(0);
    assertThat(IntStream.of(first + 63, first + 126).map(ranks::bin)).containsOnly(1);
    assertThat(IntStream.of(first + 127, first + 254).map(ranks::bin)).containsOnly(2);
    assertThat(ranks.bin(first + 255)).isEqualTo(3);
    assertThat(ranks.bins()).isEqualTo(4);
    assertThat(ranks.wholeWords()).extracting(List::size).containsExactly(63, 64, 128, 45);
  }

  @Test
  void aVocabularyWithoutWordsHasNone() {
    assertThat(ranks(0).wholeWords()).containsOnly(List.of());
  }

  private static VocabularyRanks ranks(int words) {
    List<String> pieces = new ArrayList<>(BEFORE);
    IntStream.range(0, words).forEach(i -> pieces.add("word" + i));
    return new VocabularyRanks(new Vocabulary(pieces));
  }
}
