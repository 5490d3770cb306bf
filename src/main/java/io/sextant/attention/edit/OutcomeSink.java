package io.sextant.attention.edit;

/**
 * Receives outcomes. The effect of an edit is its outcome minus that of the intact model; it is
 * exactly 0 if the edit changes nothing.
 */
public interface OutcomeSink {

  /**
   * Receives what the intact model gives. This is called once for every pair of a batch, before its
   * edits.
   *
   * @param pair the index of the pair in the batch
   * @param outcomes one number for each of {@link OutputHead#outcomes}; all but the loss are 0
   */
  void acceptIntact(int pair, double[] outcomes);

  /**
   * Receives what the model gives with an edit. This is called once for every edit of every pair,
   * in any order.
   *
   * @param pair the index of the pair in the batch
   * @param edit the index in {@link EditedPair#edits}
   */
  void accept(int pair, int edit, double[] outcomes);
}
