package io.sextant.bert;

import io.sextant.bert.tokenizer.WordPieceSettings;
import java.util.List;

/**
 * The tokens of a checkpoint; the index of a token is its id.
 *
 * @param tokens every token, in the order of the ids; empty for an id that no token has
 * @param tokenizerJson Hugging Face's {@code tokenizer.json} as it was given; null where text is
 *     cut by BERT's basic tokenizer and WordPiece
 * @param wordPiece what differs in these two from Google's code; null for nothing
 */
public record Vocabulary(List<String> tokens, String tokenizerJson, WordPieceSettings wordPiece) {

  public Vocabulary {
    tokens = List.copyOf(tokens);
  }

  /** A vocabulary with a {@code tokenizer.json}; null for BERT's own tokenizer. */
  public Vocabulary(List<String> tokens, String tokenizerJson) {
    this(tokens, tokenizerJson, null);
  }

  /** A vocabulary for BERT's own tokenizer. */
  public Vocabulary(List<String> tokens) {
    this(tokens, null);
  }
}
