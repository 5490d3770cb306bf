package io.sextant.text;

/**
 * How many tokens of each sentence fit.
 *
 * @param keptA tokens kept of sentence A, from its start
 * @param keptB tokens kept of sentence B, from its start
 */
record Truncation(int keptA, int keptB) {

  /**
   * Takes the last token off the longer sentence, off B where both are equally long, until both fit
   * (Google's {@code _truncate_seq_pair}).
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
