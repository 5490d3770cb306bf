package io.sextant.syntax;

import io.sextant.text.EncodedPair;
import io.sextant.text.Unspaced;
import io.sextant.text.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * The least part of the model's input that annotation is joined to. It is a word of the model; in
 * scripts that put no spaces between words, where the model's word may be a whole sentence, it is a
 * piece, or the pieces that share a character.
 *
 * @param segment 0 in sentence A, 1 in sentence B
 * @param begin index of its first character in its sentence, in UTF-16 units
 * @param end index after its last
 * @param firstPiece position of its first piece in the input
 * @param endPiece position after its last piece
 */
record Part(int segment, int begin, int end, int firstPiece, int endPiece) {

  /** The parts of both sentences, in order. */
  static List<Part> of(EncodedPair pair) {
    List<Part> parts = new ArrayList<>();
    for (Word word : pair.words()) {
      if (Unspaced.anyIn(word.text())) {
        addPieces(pair, word, parts);
      } else {
        parts.add(
            new Part(word.segment(), word.begin(), word.end(), word.firstPiece(), word.endPiece()));
      }
    }
    return parts;
  }

  /** A piece that stands for no character goes with the next, or at the end with the last. */
  private static void addPieces(EncodedPair pair, Word word, List<Part> parts) {
    int first = word.firstPiece();
    int begin = word.begin();
    int end = begin;
    for (int piece = first; piece < word.endPiece(); piece++) {
      if (pair.begin(piece) == pair.end(piece)) {
        continue;
      }
      if (end > begin && pair.begin(piece) >= end) {
        parts.add(new Part(word.segment(), begin, end, first, piece));
        first = piece;
        begin = pair.begin(piece);
      }
      end = Math.max(end, pair.end(piece));
    }
    parts.add(new Part(word.segment(), begin, end, first, word.endPiece()));
  }
}
