package io.sextant.attention.edit;

import io.sextant.attention.MaskedLm;
import io.sextant.attention.TaskScores;
import io.sextant.bert.BertModel;
import io.sextant.fault.BadInputException;
import java.util.List;

/** The head with which a model answers, and what is measured of its answer. */
public abstract sealed class OutputHead permits MaskedTokens, TaskAnswers {

  /**
   * Returns the head of a checkpoint: its masked-LM head, or else its task head.
   *
   * @throws BadInputException if it has neither, or no mask token for the masked-LM head
   */
  public static OutputHead of(BertModel model) {
    if (model.maskedLm() != null) {
      if (model.maskedLm().mask() < 0) {
        throw new BadInputException(
            "the tokenizer of "
                + model.name()
                + " names no mask that is in its vocabulary, which the effects of heads need: leave"
                + " --effect-pairs out");
      }
      return new MaskedTokens(new MaskedLm(model));
    }
    if (model.purpose().taskHead() == null) {
      throw new BadInputException(
          "model "
              + model.name()
              + " has neither a masked-LM head nor a task head, which the effects of heads need: give"
              + " a checkpoint that has one, or leave --effect-pairs out");
    }
    return new TaskAnswers(new TaskScores(model.purpose().taskHead()));
  }

  /** Returns what is measured. The first is the one by which heads are judged. */
  public abstract List<Outcome> outcomes();

  /** Returns a pair with the positions whose states the head reads. */
  abstract EditedPair reading(EditedPair pair);

  /**
   * Pools the states that the head reads, if it pools any.
   *
   * @param states the last hidden states at the positions of inputs, [positions, hidden] row-major;
   *     the array may be longer
   * @param sizes the number of positions of each input
   * @return a row for each answer
   */
  abstract float[] pool(float[] states, int[] sizes);

  /**
   * Returns the scores of all tokens or labels for some answers.
   *
   * @param states what {@link #pool} returns
   * @param from the first row
   * @param to the row after the last, at most {@link MaskedLm#LANES} after the first
   */
  abstract double[][] scores(float[] states, int from, int to);

  /** Returns the intact model's scores of an answer, to compare others with. */
  abstract Reference reference(double[] intact);
}
