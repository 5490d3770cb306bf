package io.sextant.linguistics.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentenceSplitterTest {
  private final SentenceSplitter splitter = new SentenceSplitter();

  @Test
  void cutsAtTheEndsOfSentences() {
    assertThat(splitter.split("I went to the store.  Did I?  At the store, I bought 2.5 kg. "))
        .containsExactly("I went to the store.", "Did I?", "At the store, I bought 2.5 kg.");
  }

  @Test
  void takesTheFullStopOfAnAbbreviationBeforeACapitalForAnEnd() {
    assertThat(splitter.split("Mr. Brown spoke. He was brief."))
        .containsExactly("Mr.", "Brown spoke.", "He was brief.");
  }

  @Test
  void findsNoneInBlankText() {
    assertThat(splitter.split("")).isEmpty();
    assertThat(splitter.split("  ")).isEmpty();
  }
}
