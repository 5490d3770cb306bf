package io.sextant.text;

import io.sextant.bert.Vocabulary;
import java.util.List;

/** How a vocabulary marks which tokens begin a word and which continue one. */
public enum TokenSpelling {
  /** WordPiece: tokens that continue a word begin with {@code ##}. */
  TOKEN("##"),
  /** Byte-level BPE: tokens after a space begin with {@code Ġ}. */
  BYTE_LEVEL("Ġ"),
  /** SentencePiece: tokens after a space begin with {@code ▁}. */
  METASPACE("▁");

  private final String mark;

  TokenSpelling(String mark) {
    this.mark = mark;
  }

  /** Returns the spelling of a vocabulary, which depends on its tokenizer. */
  public static TokenSpelling of(Vocabulary vocabulary) {
    if (vocabulary.tokenizerJson() == null) {
      return TOKEN;
    }
    List<String> types = TokenizerSteps.of(vocabulary).preTokenizers();
    if (types.contains("Metaspace")) {
      return METASPACE;
    }
    return types.contains("ByteLevel") ? BYTE_LEVEL : TOKEN;
  }

  /** Returns whether a token begins a word, always or usually. */
  public boolean beginsWord(String token) {
    return token.startsWith(mark) != (this == TOKEN);
  }

  /** Returns the text that a token represents, without its mark. */
  public String text(String token) {
    String text = token.startsWith(mark) ? token.substring(mark.length()) : token;
    return this == BYTE_LEVEL ? ByteLevelText.decode(text) : text;
  }
}
