package io.sextant.profile;

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
    int n = view.pair().size();
    int pieces = view.pieces(position);
    Arrays.fill(to, row, row + n, 0);
    for (int piece = 0; piece < pieces; piece++) {
      add(from, first + piece * size, view, to, row);
    }
    for (int key = row; pieces > 1 && key < row + n; key++) {
      to[key] /= pieces;
    }
  }

  private static void add(float[] from, int at, WordView view, float[] to, int row) {
    int[] firstPiece = view.firstPiece();
    int start = 0;
    for (int key : view.split()) {
      addRun(from, at + firstPiece[start], to, row + start, key - start);
      float sum = 0;
      for (int piece = firstPiece[key]; piece < firstPiece[key + 1]; piece++) {
        sum += from[at + piece];
      }
      to[row + key] += sum;
      start = key + 1;
    }
    addRun(from, at + firstPiece[start], to, row + start, view.pair().size() - start);
  }

  /** Adds what goes to keys of one piece each. */
  private static void addRun(float[] from, int at, float[] to, int row, int length) {
    for (int i = 0; i < length; i++) {
      to[row + i] += from[at + i];
    }
  }
}
