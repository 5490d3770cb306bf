package io.sextant.bert;

import java.util.List;

/**
 * The word pieces of a checkpoint; the index of a piece is its id.
 *
 * @param pieces every piece, in the order of the ids; empty for an id that no piece has
 * @param tokenizerJson Hugging Face's {@code tokenizer.json} as it was given; null where text is
 *     cut by BERT's basic tokenizer and WordPiece, which need no more than the pieces
 */
public record Vocabulary(List<String> pieces, String tokenizerJson) {

  public Vocabulary {
    pieces = List.copyOf(pieces);
  }

  /** A vocabulary for BERT's own tokenizer. */
  public Vocabulary(List<String> pieces) {
    this(pieces, null);
  }
}
