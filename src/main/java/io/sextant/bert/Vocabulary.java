package io.sextant.bert;

import io.sextant.bert.tokenizer.WordPieceSettings;
import java.util.List;

/**
 * The word pieces of a checkpoint; the index of a piece is its id.
 *
 * @param pieces every piece, in the order of the ids; empty for an id that no piece has
 * @param tokenizerJson Hugging Face's {@code tokenizer.json} as it was given; null where text is
 *     cut by BERT's basic tokenizer and WordPiece
 * @param wordPieces what differs in these two from Google's code; null for nothing
 */
public record Vocabulary(List<String> pieces, String tokenizerJson, WordPieceSettings wordPieces) {

  public Vocabulary {
    pieces = List.copyOf(pieces);
  }

  /** A vocabulary with a {@code tokenizer.json}; null for BERT's own tokenizer. */
  public Vocabulary(List<String> pieces, String tokenizerJson) {
    this(pieces, tokenizerJson, null);
  }

  /** A vocabulary for BERT's own tokenizer. */
  public Vocabulary(List<String> pieces) {
    this(pieces, null);
  }
}
