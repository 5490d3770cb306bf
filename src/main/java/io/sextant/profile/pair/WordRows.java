package io.sextant.profile.pair;

import java.util.Arrays;

/**
 * Computes the row of a word from the rows of its tokens: attention to a word is the sum over its
 * tokens, attention from a word is the mean over its tokens.
 */
final class WordRows {
  private WordRows() {}

  /**
   * Computes the row of one position of the view.
   *
   * @param from rows of {@code size} values each; the row of the position's first token begins at
   *     {@code first}, and those of its other tokens follow
   * @param to receives the row, from index {@code row} on
   */
  static void fill(
      float[] from, int first, int size, WordView view, int position, float[] to, int row) {
    int n = view.size();
    int tokens = view.tokens(position);
    int[] positions = view.positions();
    Arrays.fill(to, row, row + n, 0);
    for (int token = 0; token < tokens; token++) {
      int at = first + token * size;
      for (int key = 0; key < size; key++) {
        to[row + positions[key]] += from[at + key];
      }
    }
    for (int column = row; tokens > 1 && column < row + n; column++) {
      to[column] /= tokens;
    }
  }
}
