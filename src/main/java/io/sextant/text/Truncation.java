package io.sextant.text;

/**
 * The number of tokens of each sentence that fit.
 *
 * @param keptA the number of first tokens of sentence A that are kept
 * @param keptB the number of first tokens of sentence B that are kept
 */
record Truncation(int keptA, int keptB) {

  /**
   * Removes the last token of the longer sentence, or of B if both are equally long, until both fit
   * (Google's {@code _truncate_seq_pair}).
   *
   * @param room the number of tokens that fit
   */
  static Truncation longestFirst(int a, int b, int room) {
    if (a + b <= room) {
      return new Truncation(a, b);
    }
    int half = room / 2;
    if (a <= half) {
      return new Truncation(a, room - a);
    }
    if (b <= half) {
      return new Truncation(room - b, b);
    }
    return new Truncation(room - half, half);
  }
}
