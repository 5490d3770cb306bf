package io.sextant.attention.edit;

import io.sextant.attention.MaskedLmRunner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Compares the answers of edited passes with the intact ones, for the pairs of one pack. Passes
 * wait until there are enough of them for a full product with the output head.
 */
final class PackOutcomes {
  private final OutputHead head;
  private final AnswerScores scores;
  private final List<EditedPair> pairs;
  private final RunSink sink;

  /** The intact answers to each pair. */
  private final List<List<Reference>> references = new ArrayList<>();

  private final List<EditRun> waiting = new ArrayList<>();

  /** The states that the passes that wait are judged by, and the number of rows with states. */
  private float[] rows = {};

  private int used;

  /** Receives the outcomes of passes. */
  interface RunSink {
    void accept(EditRun run, double[] outcomes);
  }

  PackOutcomes(OutputHead head, AnswerScores scores, List<EditedPair> pairs, RunSink sink) {
    this.head = head;
    this.scores = scores;
    this.pairs = pairs;
    this.sink = sink;
    pairs.forEach(pair -> references.add(new ArrayList<>()));
  }

  /**
   * Takes the intact answers, with which those of edits are then compared.
   *
   * @param states the last hidden states at the positions of each pair, [positions, hidden]
   * @return the outcomes of each pair
   */
  double[][] ofIntact(float[] states) {
    int[] all = IntStream.range(0, pairs.size()).toArray();
    return outcomes(scores.pool(states, positions(all)), all);
  }

  /**
   * Takes passes with edits.
   *
   * @param states the last hidden states at the positions of each run's pair, [positions, hidden]
   * @param hidden the width of a state
   */
  void add(float[] states, List<EditRun> runs, int hidden) {
    int[] pairOf = pairsOf(runs);
    float[] pooled = scores.pool(states, positions(pairOf));
    int count = answers(pairOf);
    if (rows.length < (used + count) * hidden) {
      rows = Arrays.copyOf(rows, (used + count) * hidden);
    }
    System.arraycopy(pooled, 0, rows, used * hidden, count * hidden);
    used += count;
    waiting.addAll(runs);
    if (used >= MaskedLmRunner.LANES) {
      finish();
    }
  }

  /** Hands over the outcomes of all passes that wait. */
  void finish() {
    double[][] outcomes = outcomes(rows, pairsOf(waiting));
    for (int run = 0; run < outcomes.length; run++) {
      sink.accept(waiting.get(run), outcomes[run]);
    }
    waiting.clear();
    used = 0;
  }

  private static int[] pairsOf(List<EditRun> runs) {
    return runs.stream().mapToInt(EditRun::pair).toArray();
  }

  private int[] positions(int[] pairOf) {
    return IntStream.of(pairOf).map(pair -> pairs.get(pair).positions().length).toArray();
  }

  private int answers(int[] pairOf) {
    return IntStream.of(pairOf).map(this::answers).sum();
  }

  /** Returns the number of answers to a pair: one for each masked token, or one in all. */
  private int answers(int pair) {
    return Math.max(1, pairs.get(pair).answers().length);
  }

  /** Returns the outcomes of runs, which are means over their answers. */
  private double[][] outcomes(float[] pooled, int[] pairOf) {
    int answers = answers(pairOf);
    double[][] outcomes = new double[pairOf.length][head.outcomes().size()];
    int run = 0;
    int answer = 0;
    for (int from = 0; from < answers; from += MaskedLmRunner.LANES) {
      int to = Math.min(answers, from + MaskedLmRunner.LANES);
      for (double[] of : scores.of(pooled, from, to)) {
        add(pairOf[run], answer, of, outcomes[run]);
        answer++;
        if (answer == answers(pairOf[run])) {
          answer = 0;
          run++;
        }
      }
    }
    return outcomes;
  }

  private void add(int index, int answer, double[] of, double[] outcomes) {
    int[] answers = pairs.get(index).answers();
    List<Reference> intact = references.get(index);
    if (answer == intact.size()) {
      intact.add(head.reference(of));
    }
    double[] here = intact.get(answer).outcomes(of, answers.length == 0 ? -1 : answers[answer]);
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] += here[i] / answers(index);
    }
  }
}
