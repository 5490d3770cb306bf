package io.sextant.bert;

/** What a task head judges: one vector made of an encoder's last hidden states. */
public enum Pooling {
  /** The state of the first token. */
  FIRST,
  /** The mean of the states of all tokens, delimiters included. */
  MEAN;

  /**
   * Writes the pooled state of an input. The sums are float64.
   *
   * @param states the hidden states, row-major
   * @param row the row of the first token
   * @param tokens the number of tokens
   * @param pooled receives the pooled state, [hidden]
   */
  public void pool(float[] states, int row, int tokens, float[] pooled) {
    int hidden = pooled.length;
    int rows = this == FIRST ? 1 : tokens;
    for (int i = 0; i < hidden; i++) {
      double sum = 0;
      for (int token = row; token < row + rows; token++) {
        sum += states[token * hidden + i];
      }
      pooled[i] = (float) (sum / rows);
    }
  }
}
