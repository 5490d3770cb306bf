package io.sextant.text;

import io.sextant.bert.Vocabulary;
import java.util.List;

/** How a vocabulary marks which pieces begin a word and which go on with one. */
public enum PieceSpelling {
  /** WordPiece: pieces that go on begin with {@code ##}. */
  WORD_PIECE("##"),
  /** Byte-level BPE: pieces after a space begin with {@code Ġ}. */
  BYTE_LEVEL("Ġ"),
  /** SentencePiece: pieces after a space begin with {@code ▁}. */
  METASPACE("▁");

  private final String mark;

  PieceSpelling(String mark) {
    this.mark = mark;
  }

  /** The spelling of a vocabulary, by its tokenizer. */
  public static PieceSpelling of(Vocabulary vocabulary) {
    if (vocabulary.tokenizerJson() == null) {
      return WORD_PIECE;
    }
    List<String> types = TokenizerSteps.of(vocabulary).preTokenizers();
    if (types.contains("Metaspace")) {
      return METASPACE;
    }
    return types.contains("ByteLevel") ? BYTE_LEVEL : WORD_PIECE;
  }

  /** Whether a piece stands at the beginning of a word, most often or always. */
  public boolean beginsWord(String piece) {
    return piece.startsWith(mark) != (this == WORD_PIECE);
  }

  /** A piece without its mark. */
  public String text(String piece) {
    return piece.startsWith(mark) ? piece.substring(mark.length()) : piece;
  }
}
