package io.sextant.profile.prediction;

import io.sextant.attention.HiddenStatesRunner;
import io.sextant.attention.MaskedLm;
import io.sextant.bert.BertModel;
import io.sextant.fault.BadInputException;
import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The conditional pointwise mutual information of the words of a pair (Hoover et al. 2021), which
 * is how much better a model predicts a word when it sees another: CPMI(i; j) = ln p(w_i | x
 * without i) - ln p(w_i | x without i and j), in nats. All tokens of a word are masked together,
 * and ln p of a word is the sum over its tokens. Each task has its own instance, because it is not
 * thread-safe.
 */
public final class ConditionalPmi {
  private final HiddenStatesRunner runner;
  private final MaskedLm head;
  private final int mask;
  private final int hidden;
  private final int batchTokens;

  /**
   * One forward pass. One or two words are masked and predicted.
   *
   * @param asked the words, as indices into the words of the call
   * @param positions the positions of their tokens, which are masked
   */
  private record Question(EncodedPair masked, int[] asked, int[] positions) {}

  /**
   * Creates an instance for one task.
   *
   * @param batchTokens the greatest number of tokens per batch
   * @throws BadInputException under the conditions of {@link #require}
   */
  public ConditionalPmi(BertModel model, HiddenStatesRunner runner, int batchTokens) {
    require(model);
    this.runner = runner;
    this.head = new MaskedLm(model);
    this.hidden = model.config().hidden();
    this.batchTokens = batchTokens;
    this.mask = model.maskedLm().mask();
  }

  /**
   * Checks that a model can predict masked words.
   *
   * @throws BadInputException if the model has no masked-LM head or its vocabulary has no mask
   *     token
   */
  public static void require(BertModel model) {
    String obstacle = MaskedLm.obstacle(model);
    if (obstacle != null) {
      throw new BadInputException(
          "predictive_mlm needs a masked-LM head, and of "
              + model.name()
              + " "
              + obstacle
              + ": give a checkpoint that has one, or leave --mlm-pairs out");
    }
  }

  /**
   * Returns the number of forward passes of {@link #of} if all pairs of the given number of words
   * are wanted.
   */
  static long passes(int words) {
    return words + words * (words - 1L) / 2;
  }

  /**
   * Computes the CPMI of some words of a pair with each other.
   *
   * @param words indices of words of the pair; at least one
   * @param wanted {@code wanted[i][j]} is whether the CPMI of the i-th and the j-th word is wanted;
   *     symmetric
   * @return CPMI(i; j) at {@code [i][j]}; NaN where it is not wanted
   */
  public double[][] of(EncodedPair pair, int[] words, boolean[][] wanted) {
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      questions.add(question(pair, words, i));
      for (int j = 0; j < i; j++) {
        if (wanted[i][j]) {
          questions.add(question(pair, words, i, j));
        }
      }
    }
    double[] alone = new double[words.length];
    double[][] without = new double[words.length][words.length];
    for (double[] row : without) {
      Arrays.fill(row, Double.NaN);
    }
    int together = Math.max(1, batchTokens / pair.size());
    for (int from = 0; from < questions.size(); from += together) {
      List<Question> batch = questions.subList(from, Math.min(questions.size(), from + together));
      double[][] answers = answer(pair, words, batch);
      for (int q = 0; q < answers.length; q++) {
        int[] asked = batch.get(q).asked();
        if (asked.length == 1) {
          alone[asked[0]] = answers[q][0];
        } else {
          without[asked[0]][asked[1]] = answers[q][0];
          without[asked[1]][asked[0]] = answers[q][1];
        }
      }
    }
    for (int i = 0; i < words.length; i++) {
      for (int j = 0; j < words.length; j++) {
        without[i][j] = alone[i] - without[i][j];
      }
    }
    return without;
  }

  private Question question(EncodedPair pair, int[] words, int... asked) {
    int[] positions =
        Arrays.stream(asked)
            .mapToObj(one -> pair.words().get(words[one]))
            .flatMapToInt(word -> IntStream.range(word.firstToken(), word.endToken()))
            .toArray();
    return new Question(pair.with(mask, positions), asked, positions);
  }

  /** Returns ln p of each masked word, by question and index in {@link Question#asked}. */
  private double[][] answer(EncodedPair pair, int[] words, List<Question> batch) {
    int[] first = new int[batch.size() + 1];
    for (int q = 0; q < batch.size(); q++) {
      first[q + 1] = first[q] + batch.get(q).positions().length;
    }
    int[] ids =
        batch.stream()
            .flatMapToInt(question -> Arrays.stream(question.positions()))
            .map(position -> pair.ids()[position])
            .toArray();
    float[] states = new float[ids.length * hidden];
    runner.run(
        batch.stream().map(Question::masked).toList(),
        (q, all) -> {
          int at = first[q] * hidden;
          for (int position : batch.get(q).positions()) {
            System.arraycopy(all, position * hidden, states, at, hidden);
            at += hidden;
          }
        });
    double[] logs = head.logProbabilities(states, ids);
    double[][] answers = new double[batch.size()][2];
    for (int q = 0; q < answers.length; q++) {
      int[] positions = batch.get(q).positions();
      int firstWord = words[batch.get(q).asked()[0]];
      for (int k = 0; k < positions.length; k++) {
        answers[q][pair.wordOf()[positions[k]] == firstWord ? 0 : 1] += logs[first[q] + k];
      }
    }
    return answers;
  }
}
