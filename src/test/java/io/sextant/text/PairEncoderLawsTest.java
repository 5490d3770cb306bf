package io.sextant.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.testing.RealModel;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Tests properties that hold for any text, including unpaired surrogates. */
class PairEncoderLawsTest {

  private static PairEncoder whole;

  @BeforeContainer
  static void open() {
    whole = new PairEncoder(RealModel.bert(), 512);
  }

  @AfterContainer
  static void close() {
    whole.close();
  }

  @Property(tries = 300)
  void wordsTileTheContentAndStandInTheText(@ForAll("texts") String a, @ForAll("texts") String b) {
    EncodedPair pair = whole.encode(new SentencePair("1", null, a, b));
    int position = pair.sentenceStart(0);
    int from = 0;
    int segment = 0;
    for (int w = 0; w < pair.words().size(); w++) {
      Word word = pair.words().get(w);
      if (word.segment() != segment) {
        segment = word.segment();
        position = pair.sentenceStart(1);
        from = 0;
      }
      assertThat(word.firstToken()).isEqualTo(position);
      assertThat(word.endToken()).isGreaterThan(position);
      for (; position < word.endToken(); position++) {
        assertThat(pair.wordOf()[position]).isEqualTo(w);
        assertThat(pair.segment(position)).isEqualTo(segment);
      }
      String text = WellFormed.of(segment == 0 ? a : b);
      assertThat(word.text()).isNotEmpty();
      assertThat(word.begin()).isGreaterThanOrEqualTo(from);
      assertThat(text.substring(word.begin(), word.end())).isEqualTo(word.text());
      from = word.end();
    }
    assertThat(pair.ids()).hasSize(pair.tokens().size());
    assertThat(pair.isDelimiter(pair.firstSep())).isTrue();
    assertThat(pair.isDelimiter(pair.size() - 1)).isTrue();
  }

  @Property(tries = 20)
  void aCutPairIsTheStartOfBothSentences(
      @ForAll("texts") String a,
      @ForAll("texts") String b,
      @ForAll @IntRange(min = 5, max = 40) int length) {
    SentencePair sentences = new SentencePair("1", null, a, b);
    EncodedPair full = whole.encode(sentences);
    try (PairEncoder narrow = new PairEncoder(RealModel.bert(), length)) {
      EncodedPair cut = narrow.encode(sentences);
      assertThat(cut.size()).isEqualTo(Math.min(length, full.size()));
      assertThat(cut.truncated()).isEqualTo(full.size() - cut.size());
      for (int segment : List.of(0, 1)) {
        assertThat(full.hasContent(segment)).isEqualTo(cut.hasContent(segment));
        assertThat(content(full, segment).subList(0, content(cut, segment).size()))
            .isEqualTo(content(cut, segment));
      }
    }
  }

  /** Generates any characters, with a preference for difficult ones. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(40),
        Arbitraries.strings()
            .withChars("aB \té\u0301\u0000\u200b.$[]日\ud83d\ude00\udc00")
            .ofMaxLength(40));
  }

  private static List<String> content(EncodedPair pair, int segment) {
    return pair.tokens().subList(pair.sentenceStart(segment), pair.sentenceEnd(segment));
  }
}
