package io.sextant.bert;

import io.sextant.bert.files.JsonFile;
import io.sextant.bert.tokenizer.WordPieceSettings;
import java.util.List;

/**
 * The tokens of a checkpoint; the index of a token is its id.
 *
 * @param tokens every token in the order of the ids; an empty string for an id without a token
 * @param tokenizerJson the text of Hugging Face's {@code tokenizer.json}; null if the tokenizer is
 *     BERT's basic tokenizer and WordPiece
 * @param wordPiece how these two differ from Google's code; null if they do not
 */
public record Vocabulary(List<String> tokens, String tokenizerJson, WordPieceSettings wordPiece) {

  public Vocabulary {
    tokens = List.copyOf(tokens);
  }

  /** Creates a vocabulary; {@code tokenizerJson} is null for BERT's own tokenizer. */
  public Vocabulary(List<String> tokens, String tokenizerJson) {
    this(tokens, tokenizerJson, null);
  }

  /** Creates a vocabulary for BERT's own tokenizer. */
  public Vocabulary(List<String> tokens) {
    this(tokens, null);
  }

  /**
   * Returns the name of the model that divides words into tokens: WordPiece, or what tokenizer.json
   * names, such as BPE or Unigram; null if it names none.
   */
  public String tokenizerModel() {
    return tokenizerJson == null
        ? "WordPiece"
        : JsonFile.parse("tokenizer.json", tokenizerJson).object().at("/model/type").textValue();
  }
}
