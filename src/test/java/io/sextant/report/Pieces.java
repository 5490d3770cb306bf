package io.sextant.report;

import java.util.ArrayList;
import java.util.List;

/** Words of BERT's word pieces, for data that is made up. */
final class Pieces {
  private Pieces() {}

  /** For each piece the index of its word; -1 for delimiters. */
  static int[] wordOf(List<String> pieces) {
    int[] wordOf = new int[pieces.size()];
    int words = 0;
    for (int i = 0; i < wordOf.length; i++) {
      if (isDelimiter(pieces.get(i))) {
        wordOf[i] = -1;
      } else {
        wordOf[i] = pieces.get(i).startsWith("##") ? words - 1 : words++;
      }
    }
    return wordOf;
  }

  /** The words. */
  static List<String> words(List<String> pieces) {
    List<String> words = new ArrayList<>();
    for (String piece : pieces) {
      if (piece.startsWith("##")) {
        words.set(words.size() - 1, words.get(words.size() - 1) + piece.substring(2));
      } else if (!isDelimiter(piece)) {
        words.add(piece);
      }
    }
    return words;
  }

  private static boolean isDelimiter(String piece) {
    return piece.equals("[CLS]") || piece.equals("[SEP]");
  }
}
