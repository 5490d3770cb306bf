package io.sextant.attention.edit;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.TaskScores;
import io.sextant.bert.TaskHead;
import io.sextant.math.Softmax;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Judges a whole input by its pooled states. */
final class TaskAnswers extends OutputHead {
  private record Scores(TaskScores head) implements AnswerScores {

    @Override
    public float[] pool(float[] states, int[] sizes) {
      int hidden = head.width();
      float[] all = new float[sizes.length * hidden];
      float[] one = new float[hidden];
      int row = 0;
      for (int i = 0; i < sizes.length; i++) {
        head.head().pooling().pool(states, row, sizes[i], one);
        System.arraycopy(one, 0, all, i * hidden, hidden);
        row += sizes[i];
      }
      return all;
    }

    @Override
    public double[][] of(float[] pooled, int from, int to) {
      int hidden = head.width();
      return IntStream.range(from, to)
          .mapToObj(row -> Arrays.copyOfRange(pooled, row * hidden, (row + 1) * hidden))
          .map(head::logits)
          .toArray(double[][]::new);
    }

    @Override
    public void close() {}
  }

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
  EditedPair reading(EditedPair pair) {
    int n = head.head().pooling() == TaskHead.Pooling.FIRST ? 1 : pair.input().size();
    return new EditedPair(
        pair.input(), IntStream.range(0, n).toArray(), pair.answers(), pair.edits());
  }

  @Override
  AnswerScores open(AttentionModel encoder) {
    return new Scores(head);
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
