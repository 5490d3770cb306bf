package io.sextant.syntax;

import io.sextant.text.EncodedPair;
import io.sextant.text.Unspaced;
import io.sextant.text.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * The smallest part of the model's input with which annotation is aligned. It is a word of the
 * model. In scripts without spaces between words, in which a word of the model may be a whole
 * sentence, it is a token, or the tokens that share a character.
 *
 * @param segment 0 in sentence A, 1 in sentence B
 * @param begin the index of its first UTF-16 unit in the sentence
 * @param end the index after its last UTF-16 unit
 * @param firstToken the position of its first token in the input
 * @param endToken the position after its last token
 */
record Part(int segment, int begin, int end, int firstToken, int endToken) {

  /** Returns the parts of both sentences in order. */
  static List<Part> of(EncodedPair pair) {
    List<Part> parts = new ArrayList<>();
    for (Word word : pair.words()) {
      if (Unspaced.anyIn(word.text())) {
        addTokens(pair, word, parts);
      } else {
        parts.add(
            new Part(word.segment(), word.begin(), word.end(), word.firstToken(), word.endToken()));
      }
    }
    return parts;
  }

  /**
   * Adds the tokens of a word. A token without characters belongs to the next part, or at the end
   * to the last.
   */
  private static void addTokens(EncodedPair pair, Word word, List<Part> parts) {
    int first = word.firstToken();
    int begin = word.begin();
    int end = begin;
    for (int token = first; token < word.endToken(); token++) {
      if (pair.begin(token) == pair.end(token)) {
        continue;
      }
      if (end > begin && pair.begin(token) >= end) {
        parts.add(new Part(word.segment(), begin, end, first, token));
        first = token;
        begin = pair.begin(token);
      }
      end = Math.max(end, pair.end(token));
    }
    parts.add(new Part(word.segment(), begin, end, first, word.endToken()));
  }
}
