package io.sextant.syntax;

import io.sextant.text.EncodedPair;
import io.sextant.text.Unspaced;
import io.sextant.text.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * The least part of the model's input that annotation is joined to. It is a word of the model; in
 * scripts that put no spaces between words, where the model's word may be a whole sentence, it is a
 * token, or the tokens that share a character.
 *
 * @param segment 0 in sentence A, 1 in sentence B
 * @param begin index of its first character in its sentence, in UTF-16 units
 * @param end index after its last
 * @param firstToken position of its first token in the input
 * @param endToken position after its last token
 */
record Part(int segment, int begin, int end, int firstToken, int endToken) {

  /** The parts of both sentences, in order. */
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

  /** A token that stands for no character goes with the next, or at the end with the last. */
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
