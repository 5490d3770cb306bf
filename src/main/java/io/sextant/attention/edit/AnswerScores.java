package io.sextant.attention.edit;

/** Computes the scores of an {@link OutputHead} for one task. One thread at a time may use it. */
interface AnswerScores extends AutoCloseable {

  /**
   * Pools the states that the head reads, if it pools any.
   *
   * @param states the last hidden states at the positions of inputs, [positions, hidden] row-major;
   *     the array may be longer
   * @param sizes the number of positions of each input
   * @return a row for each answer; the array may be longer
   */
  float[] pool(float[] states, int[] sizes);

  /**
   * Returns the scores of all tokens or labels for some answers.
   *
   * @param pooled what {@link #pool} returns
   * @param from the first row
   * @param to the row after the last, at most {@link io.sextant.attention.MaskedLmRunner#LANES}
   *     after the first
   */
  double[][] of(float[] pooled, int from, int to);

  @Override
  void close();
}
