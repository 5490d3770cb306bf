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

  @Test
  void wholeWordsOfOtherTokenizersBeginWithTheirMark() {
    String byteLevel = "{\"pre_tokenizer\":{\"type\":\"ByteLevel\"}}";
    List<String> tokens = List.of("<s>", "##", "he", "Ġ", "Ġ,", "Ġa", "Ġthe", "ing", "Ġcat", "");
    assertThat(new VocabularyRanks(new Vocabulary(tokens, byteLevel)).wholeWords())
        .containsExactly(List.of(6, 8));
    String metaspace =
        "{\"pre_tokenizer\":{\"type\":\"Sequence\",\"pretokenizers\":[{\"type\":\"Metaspace\"}]}}";
    List<String> marked = tokens.stream().map(token -> token.replace('Ġ', '▁')).toList();
    assertThat(new VocabularyRanks(new Vocabulary(marked, metaspace)).wholeWords())
        .containsExactly(List.of(6, 8));
  }

  @Test
  void aWordConsistsOfLettersMarksAndNumbersOfAnyScript() {
    List<String> tokens =
        List.of("[PAD]", "the", "1995", "été", "हिन्दी", "東京", "don't", "a.m", "x", "½", "x²");
    assertThat(new VocabularyRanks(new Vocabulary(tokens)).wholeWords())
        .containsExactly(List.of(1, 2, 3, 4, 5, 10));
    // Ã© represents the two bytes of é, and Ĥ is not a whole character.
    String byteLevel = "{\"pre_tokenizer\":{\"type\":\"ByteLevel\"}}";
    List<String> bytes = List.of("<s>", "Ġthe", "ĠcafÃ©", "ĠÃ©", "Ġaâ", "Ġa'", "cafÃ©");
    assertThat(new VocabularyRanks(new Vocabulary(bytes, byteLevel)).wholeWords())
        .containsExactly(List.of(1, 2));
  }

  private static VocabularyRanks ranks(int words) {
    List<String> tokens = new ArrayList<>(BEFORE);
    IntStream.range(0, words).forEach(i -> tokens.add("word" + i));
    return new VocabularyRanks(new Vocabulary(tokens));
  }
}
