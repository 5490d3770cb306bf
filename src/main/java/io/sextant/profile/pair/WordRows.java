package io.sextant.profile.pair;

import java.util.Arrays;

/**
 * From a row of every token to a row of every word: what goes to a word is the sum over its pieces,
 * what comes from a word is the mean over its pieces.
 */
final class WordRows {
  private WordRows() {}

  /**
   * Fills the row of one position of the view.
   *
   * @param from rows of tokens, {@code size} values each; the row of the position's first piece
   *     begins at {@code first}, those of its other pieces follow
   * @param to takes the row, from {@code row} on
   */
  static void fill(
      float[] from, int first, int size, WordView view, int position, float[] to, int row) {
    int n = view.size();
    int pieces = view.pieces(position);
    int[] positions = view.positions();
    Arrays.fill(to, row, row + n, 0);
    for (int piece = 0; piece < pieces; piece++) {
      int at = first + piece * size;
      for (int token = 0; token < size; token++) {
        to[row + positions[token]] += from[at + token];
      }
    }
    for (int key = row; pieces > 1 && key < row + n; key++) {
      to[key] /= pieces;
    }
  }
}
