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
    String obstacle = obstacle(model);
    if (obstacle != null) {
      throw new BadInputException(
          "the effects of heads need a head that answers, and of "
              + model.name()
              + " "
              + obstacle
              + ": give a checkpoint that has one, or leave --effect-pairs out");
    }
    return isMaskedLm(model)
        ? new MaskedTokens(new MaskedLm(model))
        : new TaskAnswers(new TaskScores(model.purpose().taskHead()));
  }

  /** Returns whether the head of a checkpoint is its masked-LM head. */
  public static boolean isMaskedLm(BertModel model) {
    return model.maskedLm() != null;
  }

  /** Returns why a checkpoint has no head that answers; null if it has one. */
  public static String obstacle(BertModel model) {
    if (isMaskedLm(model)) {
      return MaskedLm.obstacle(model);
    }
    return model.purpose().taskHead() == null
        ? "the checkpoint has neither a masked-LM head nor a task head"
        : null;
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
