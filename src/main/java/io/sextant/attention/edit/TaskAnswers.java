package io.sextant.attention.edit;

import io.sextant.attention.TaskScores;
import io.sextant.bert.TaskHead;
import io.sextant.math.Softmax;
import java.util.Arrays;
import java.util.List;

/** Judges a whole input by the state of its first token. */
final class TaskAnswers extends OutputHead {
  private final TaskScores head;
  private final TaskHead.Problem problem;

  TaskAnswers(TaskScores head) {
    this.head = head;
    problem = head.head().problem();
  }

  @Override
  public List<Outcome> outcomes() {
    return List.of(problem == TaskHead.Problem.REGRESSION ? Outcome.DIFFERENCE : Outcome.KL);
  }

  @Override
  double[][] scores(float[] states, int from, int to) {
    double[][] scores = new double[to - from][];
    int hidden = head.width();
    for (int row = from; row < to; row++) {
      scores[row - from] =
          head.logits(Arrays.copyOfRange(states, row * hidden, (row + 1) * hidden));
    }
    return scores;
  }

  @Override
  Reference reference(double[] intact) {
    return switch (problem) {
      case REGRESSION -> (scores, none) -> new double[] {difference(intact, scores)};
      case SINGLE_LABEL -> {
        Softmax before = new Softmax(intact);
        yield (scores, none) -> new double[] {before.divergence(new Softmax(scores))};
      }
      case MULTI_LABEL -> (scores, none) -> new double[] {divergenceOfLabels(intact, scores)};
    };
  }

  private static double difference(double[] intact, double[] scores) {
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      sum += Math.abs(scores[i] - intact[i]);
    }
    return sum / scores.length;
  }

  /** Returns the sum over the labels; a label has the two scores x and 0, for true and false. */
  private static double divergenceOfLabels(double[] intact, double[] scores) {
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      Softmax before = new Softmax(new double[] {intact[i], 0});
      sum += before.divergence(new Softmax(new double[] {scores[i], 0}));
    }
    return sum;
  }
}
