package io.sextant.attention.edit;

import io.sextant.attention.MaskedLm;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Compares the answers of edited passes with the intact ones, for the pairs of one pack. */
final class PackOutcomes {
  private final OutputHead head;
  private final List<EditedPair> pairs;

  /** The intact answers to each pair. */
  private final List<List<Reference>> references = new ArrayList<>();

  PackOutcomes(OutputHead head, List<EditedPair> pairs) {
    this.head = head;
    this.pairs = pairs;
    pairs.forEach(pair -> references.add(new ArrayList<>()));
  }

  /**
   * Takes the intact answers, with which those of edits are then compared.
   *
   * @param states the last hidden states at the positions of each pair, [positions, hidden]
   * @return the outcomes of each pair
   */
  double[][] ofIntact(float[] states) {
    return outcomes(states, IntStream.range(0, pairs.size()).toArray());
  }

  /**
   * Returns the outcomes of each run.
   *
   * @param states the last hidden states at the positions of each run's pair, [positions, hidden]
   */
  double[][] ofEdits(float[] states, List<EditRun> runs) {
    return outcomes(states, runs.stream().mapToInt(EditRun::pair).toArray());
  }

  /** Returns the outcomes of runs, which are means over their answers. */
  private double[][] outcomes(float[] states, int[] pairOf) {
    int[] sizes = IntStream.of(pairOf).map(pair -> pairs.get(pair).positions().length).toArray();
    float[] pooled = head.pool(states, sizes);
    int rows = IntStream.of(pairOf).map(this::answers).sum();
    double[][] outcomes = new double[pairOf.length][head.outcomes().size()];
    int run = 0;
    int answer = 0;
    for (int from = 0; from < rows; from += MaskedLm.LANES) {
      for (double[] scores : head.scores(pooled, from, Math.min(rows, from + MaskedLm.LANES))) {
        add(pairOf[run], answer, scores, outcomes[run]);
        answer++;
        if (answer == answers(pairOf[run])) {
          answer = 0;
          run++;
        }
      }
    }
    return outcomes;
  }

  /** Returns the number of answers to a pair: one for each masked token, or one in all. */
  private int answers(int pair) {
    return Math.max(1, pairs.get(pair).answers().length);
  }

  private void add(int index, int answer, double[] scores, double[] outcomes) {
    int[] answers = pairs.get(index).answers();
    List<Reference> intact = references.get(index);
    if (answer == intact.size()) {
      intact.add(head.reference(scores));
    }
    double[] here = intact.get(answer).outcomes(scores, answers.length == 0 ? -1 : answers[answer]);
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] += here[i] / answers(index);
    }
  }
}
