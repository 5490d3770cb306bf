package io.sextant.attention.edit;

/** The scores of the intact model at one position, with which others are compared. */
@FunctionalInterface
interface Reference {

  /**
   * Returns the outcomes of scores, one for each of {@link OutputHead#outcomes}.
   *
   * @param scores the scores with an edit, or the intact ones themselves
   * @param answer the id of the masked token; of no meaning to a task head
   */
  double[] outcomes(double[] scores, int answer);
}
