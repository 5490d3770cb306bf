package io.sextant.profile;

import io.sextant.attention.TaskScores;
import io.sextant.bert.TaskHead;
import io.sextant.table.row.TaskPrediction;
import java.util.Arrays;

/** What a model's task head says of the pairs of a batch. */
final class BatchPredictions {
  private final TaskScores task;
  private final double[][] logits;

  /**
   * Creates the predictions of a batch.
   *
   * @param task computes the logits; null if there are no predictions
   * @param pairs the number of pairs
   */
  BatchPredictions(TaskScores task, int pairs) {
    this.task = task;
    this.logits = new double[pairs][];
  }

  /** Takes the pooled last hidden states, which some pairs have in common. */
  void take(Iterable<Integer> pairs, float[] state) {
    if (task != null) {
      double[] shared = task.logits(state);
      pairs.forEach(pair -> logits[pair] = shared);
    }
  }

  /** Returns whether all logits of a pair are finite, which is true without a task head. */
  boolean isFinite(int pair) {
    return task == null || Arrays.stream(logits[pair]).allMatch(Double::isFinite);
  }

  /** Returns the index of a pair's class; -1 if the head predicts none. */
  int predicted(int pair) {
    return task != null && task.head().hasClasses() ? TaskHead.greatest(logits[pair]) : -1;
  }

  /** Returns the prediction as the columns of a table. */
  TaskPrediction of(int pair) {
    if (task == null) {
      return TaskPrediction.NONE;
    }
    double[] scores = task.head().scores(logits[pair]);
    float[] floats = new float[scores.length];
    for (int label = 0; label < scores.length; label++) {
      floats[label] = (float) scores[label];
    }
    int predicted = predicted(pair);
    return new TaskPrediction(predicted < 0 ? null : task.head().labels().get(predicted), floats);
  }
}
