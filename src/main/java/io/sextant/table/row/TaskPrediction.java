package io.sextant.table.row;

/**
 * What a model's task head says of a pair.
 *
 * @param predictedClass the label of the predicted class; null if the head predicts none
 * @param taskScores the score of each label; null without a task head
 */
public record TaskPrediction(String predictedClass, float[] taskScores) {

  /** The prediction of a model without a task head. */
  public static final TaskPrediction NONE = new TaskPrediction(null, null);
}
