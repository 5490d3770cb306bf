package io.sextant.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.bert.EmbeddingShape;
import io.sextant.bert.EncoderShape;
import io.sextant.bert.Vocabulary;
import io.sextant.fault.BadInputException;
import io.sextant.testing.RealModel;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairEncoderTest {

  private static PairEncoder encoder;

  @BeforeAll
  static void open() {
    encoder = new PairEncoder(RealModel.bert(), 512);
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  /** The input behind Vig's published attention maps of bert-base-uncased. */
  @Test
  void theArticlesPair() {
    EncodedPair pair = encode("I went to the store.", "At the store, I bought fresh strawberries.");
    assertThat(String.join(" ", pair.tokens()))
        .isEqualTo(
            "[CLS] i went to the store . [SEP]"
                + " at the store , i bought fresh straw ##berries . [SEP]");
    assertThat(pair.ids())
        .containsExactly(
            101, 1045, 2253, 2000, 1996, 3573, 1012, 102, 2012, 1996, 3573, 1010, 1045, 4149, 4840,
            13137, 20968, 1012, 102);
    assertThat(pair.tokenTypes())
        .containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    assertThat(pair.wordOf())
        .containsExactly(-1, 0, 1, 2, 3, 4, 5, -1, 6, 7, 8, 9, 10, 11, 12, 13, 13, 14, -1);
    assertThat(pair.words().get(0)).isEqualTo(new Word("I", 0, 0, 1, 1, 2, false));
    assertThat(pair.words().get(5)).isEqualTo(new Word(".", 0, 19, 20, 6, 7, true));
    assertThat(pair.words().get(13)).isEqualTo(new Word("strawberries", 1, 29, 41, 15, 17, false));
    assertThat(pair.firstSep()).isEqualTo(7);
    assertThat(pair.truncated()).isZero();
  }

  @Test
  void aSingleSentenceHasOneSeparator() {
    EncodedPair pair = encode("Go on!", null);
    assertThat(pair.tokens()).containsExactly("[CLS]", "go", "on", "!", "[SEP]");
    assertThat(pair.tokenTypes()).containsOnly(0);
    assertThat(pair.firstSep()).isEqualTo(4);
    assertThat(pair.hasSecondSentence()).isFalse();
    assertThat(pair.hasContent(0)).isTrue();
    assertThat(pair.hasContent(1)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \t\n", "\u0000\u0001\u007f", "\u200b\ufeff", "\ufffd", "\u0301"})
  void aSentenceThatIsBlankToBertHasNoContent(String blank) {
    EncodedPair pair = encode(blank, "b");
    assertThat(pair.tokens()).containsExactly("[CLS]", "[SEP]", "b", "[SEP]");
    assertThat(pair.hasContent(0)).isFalse();
    assertThat(pair.hasContent(1)).isTrue();
    assertThat(pair.words()).containsExactly(new Word("b", 1, 0, 1, 2, 3, false));
    assertThat(encode("a", blank).hasContent(1)).isFalse();
    assertThat(encode("a", blank).hasSecondSentence()).isTrue();
  }

  @Test
  void delimitersSpelledInTheTextAreText() {
    EncodedPair pair = encode("a [SEP] b", "[CLS] [MASK] [PAD]");
    assertThat(pair.tokens().subList(0, 8))
        .containsExactly("[CLS]", "a", "[", "sep", "]", "b", "[SEP]", "[");
    assertThat(IntStream.range(0, pair.size()).filter(pair::isDelimiter))
        .containsExactly(0, 6, pair.size() - 1);
    assertThat(pair.ids()).doesNotContain(103, 0);
    assertThat(texts(pair)).containsSequence("[", "SEP", "]", "b", "[", "CLS", "]", "[", "MASK");
  }

  @Test
  void unknownWordsStayInPlace() {
    EncodedPair pair = encode("I 😀 you 𝒜b.", null);
    assertThat(pair.tokens()).containsExactly("[CLS]", "i", "[UNK]", "you", "[UNK]", ".", "[SEP]");
    assertThat(texts(pair)).containsExactly("I", "😀", "you", "𝒜b", ".");
    assertThat(pair.isDelimiter(2)).isFalse();
  }

  @Test
  void aWordOfMoreThanAHundredCharactersIsUnknown() {
    String longWord = "ab".repeat(100);
    EncodedPair pair = encode("a " + longWord + " b", null);
    assertThat(pair.tokens()).containsExactly("[CLS]", "a", "[UNK]", "b", "[SEP]");
    assertThat(texts(pair)).containsExactly("a", longWord, "b");
    assertThat(encode("a".repeat(100), null).tokens()).doesNotContain("[UNK]");
  }

  @Test
  void everyChineseCharacterIsAWord() {
    EncodedPair pair = encode("日本語 ok𠀀x", null);
    assertThat(texts(pair)).containsExactly("日", "本", "語", "ok", "𠀀", "x");
    assertThat(pair.words()).noneMatch(Word::punctuation);
  }

  @Test
  void wordsKeepTheirAccents() {
    EncodedPair pair = encode("Café, cafe\u0301 RÉSUMÉS", null);
    assertThat(pair.tokens())
        .containsExactly("[CLS]", "cafe", ",", "cafe", "resume", "##s", "[SEP]");
    assertThat(texts(pair)).containsExactly("Café", ",", "cafe\u0301", "RÉSUMÉS");
  }

  @Test
  void wordsAreFoundBehindCharactersThatBertDrops() {
    EncodedPair pair = encode("😀\u0000 one\ud800 two 😀three", null);
    assertThat(texts(pair)).startsWith("😀", "one").containsSequence("two", "😀three");
    assertThat(pair.tokens()).containsExactly("[CLS]", "[UNK]", "one", "two", "[UNK]", "[SEP]");
  }

  @Test
  void marksAreWordsOfTheirOwn() {
    EncodedPair pair = encode("Don't pay $5+3 — “now”…", null);
    assertThat(texts(pair))
        .containsExactly("Don", "'", "t", "pay", "$", "5", "+", "3", "—", "“", "now", "”", "…");
    assertThat(pair.words().stream().filter(Word::punctuation).map(Word::text))
        .containsExactly("'", "$", "+", "—", "“", "”", "…");
  }

  @Test
  void aMarkThatTheTokenizerDoesNotKnowIsPartOfAWord() {
    assertThat(encode("b\u2e43b", null).words())
        .containsExactly(new Word("b\u2e43b", 0, 0, 3, 1, 2, false));
    assertThat(encode("\u2e43b", null).words()).noneMatch(Word::punctuation);
  }

  @Test
  void theLongerSentenceIsCutFirst() {
    try (PairEncoder narrow = new PairEncoder(RealModel.bert(), 8)) {
      EncodedPair pair = narrow.encode(new SentencePair("1", null, "a b c d e f", "x y"));
      assertThat(pair.tokens()).containsExactly("[CLS]", "a", "b", "c", "[SEP]", "x", "y", "[SEP]");
      assertThat(pair.truncated()).isEqualTo(3);
      assertThat(pair.firstSep()).isEqualTo(4);
    }
  }

  @Test
  void aWordThatIsCutKeepsItsFirstTokens() {
    try (PairEncoder narrow = new PairEncoder(RealModel.bert(), 5)) {
      EncodedPair pair = narrow.encode(new SentencePair("1", null, "fresh big strawberries", null));
      assertThat(pair.tokens()).containsExactly("[CLS]", "fresh", "big", "straw", "[SEP]");
      assertThat(pair.truncated()).isEqualTo(1);
      assertThat(pair.words()).endsWith(new Word("strawberries", 0, 10, 22, 3, 4, false));
    }
  }

  @Test
  void nothingIsLongerThanTheModelsPositions() {
    String words = "a ".repeat(600);
    try (PairEncoder wide = new PairEncoder(RealModel.bert(), 10_000)) {
      EncodedPair pair = wide.encode(new SentencePair("1", null, words, words));
      assertThat(pair.size()).isEqualTo(512);
      assertThat(pair.truncated()).isEqualTo(1200 - 509);
      assertThat(pair.firstSep()).isEqualTo(256);
    }
  }

  @Test
  void aMaximumWithoutRoomForAPairIsRefused() {
    assertThatThrownBy(() -> new PairEncoder(RealModel.bert(), 4))
        .isInstanceOf(BadInputException.class)
        .hasMessage("maximum length 4 is too short: give at least 5");
  }

  @Test
  void aCasedModelKeepsCaseAndAccents() {
    List<String> tokens = List.of("[UNK]", "[CLS]", "[SEP]", "Café", "café", "cafe", "##S");
    BertConfig config =
        new BertConfig(
            new EncoderShape(1, 1, 64, 1), new EmbeddingShape(tokens.size(), 16, 2), false);
    BertModel model = new BertModel("cased", config, new Vocabulary(tokens), null, "");
    try (PairEncoder cased = new PairEncoder(model, 16)) {
      assertThat(cased.encode(new SentencePair("1", null, "Café café caféS CAFE", null)).tokens())
          .containsExactly("[CLS]", "Café", "café", "café", "##S", "[UNK]", "[SEP]");
    }
  }

  @Test
  void manyThreadsMayEncodeAtOnce() {
    List<String> alone =
        IntStream.range(0, 500)
            .mapToObj(i -> encode("word " + i, "b" + i).tokens().toString())
            .toList();
    List<String> together =
        IntStream.range(0, 500)
            .parallel()
            .mapToObj(i -> encode("word " + i, "b" + i).tokens().toString())
            .toList();
    assertThat(together).isEqualTo(alone);
  }

  private static EncodedPair encode(String a, String b) {
    return encoder.encode(new SentencePair("1", null, a, b));
  }

  private static List<String> texts(EncodedPair pair) {
    return pair.words().stream().map(Word::text).toList();
  }
}
