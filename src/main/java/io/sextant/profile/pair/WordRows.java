package io.sextant.profile.pair;

/**
 * Computes the row of a word from the rows of its tokens: attention to a word is the sum over its
 * tokens, attention from a word is the mean over its tokens.
 */
public final class WordRows {
  private WordRows() {}

  /**
   * Computes the row of one position of the view.
   *
   * @param from rows of {@code size} values each; the row of the position's first token begins at
   *     {@code first}, and those of its other tokens follow
   * @param to receives the row, from index {@code row} on
   */
  public static void fill(
      float[] from, int first, int size, WordView view, int position, float[] to, int row) {
    int n = view.size();
    int tokens = view.tokens(position);
    copy(from, first, view, to, row);
    for (int token = 1; token < tokens; token++) {
      add(from, first + token * size, view, to, row);
    }
    for (int column = row; tokens > 1 && column < row + n; column++) {
      to[column] /= tokens;
    }
  }

  /** Writes the row of one token. The keys between two words that are split are adjacent. */
  private static void copy(float[] from, int first, WordView view, float[] to, int row) {
    int[] firstToken = view.firstToken();
    int key = 0;
    for (int split : view.split()) {
      System.arraycopy(from, first + firstToken[key], to, row + key, split - key);
      float sum = 0;
      for (int token = firstToken[split]; token < firstToken[split + 1]; token++) {
        sum += from[first + token];
      }
      to[row + split] = sum;
      key = split + 1;
    }
    System.arraycopy(from, first + firstToken[key], to, row + key, view.size() - key);
  }

  /** Adds the row of one token. */
  private static void add(float[] from, int first, WordView view, float[] to, int row) {
    int[] firstToken = view.firstToken();
    int key = 0;
    for (int split : view.split()) {
      addAdjacent(from, first + firstToken[key], to, row + key, split - key);
      float sum = to[row + split];
      for (int token = firstToken[split]; token < firstToken[split + 1]; token++) {
        sum += from[first + token];
      }
      to[row + split] = sum;
      key = split + 1;
    }
    addAdjacent(from, first + firstToken[key], to, row + key, view.size() - key);
  }

  private static void addAdjacent(float[] from, int first, float[] to, int row, int count) {
    for (int i = 0; i < count; i++) {
      to[row + i] += from[first + i];
    }
  }
}
