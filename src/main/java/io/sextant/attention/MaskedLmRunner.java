package io.sextant.attention;

/**
 * Computes the masked-LM head of a model for one task. A runner may be used by one thread at a
 * time.
 */
public interface MaskedLmRunner extends AutoCloseable {
  /**
   * The greatest number of states that are scored together, so that a row of the decoder is read
   * once for all.
   */
  int LANES = 128;

  /**
   * Returns the scores of all tokens at some positions, which are log-probabilities up to a
   * constant. The bits of a row do not depend on the other rows.
   *
   * @param states last hidden states, [rows, hidden] row-major
   * @param from the first row
   * @param to the row after the last, at most {@link #LANES} after the first
   * @return [to - from][tokens]
   */
  double[][] scores(float[] states, int from, int to);

  /** Frees what the runner holds. */
  @Override
  void close();
}
