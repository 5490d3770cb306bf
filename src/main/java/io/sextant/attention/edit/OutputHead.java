package io.sextant.attention.edit;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.TaskScores;
import io.sextant.bert.BertModel;
import io.sextant.fault.BadInputException;
import java.util.List;

/** The head with which a model answers, and what is measured of its answer. */
public abstract sealed class OutputHead permits MaskedTokens, TaskAnswers {

  /**
   * Returns the masked-LM head of a checkpoint that has one.
   *
   * @throws BadInputException if the tokenizer has no mask token
   */
  public static OutputHead maskedLm(BertModel model) {
    if (model.maskedLm().mask() < 0) {
      throw new BadInputException(
          "the tokenizer of "
              + model.name()
              + " names no mask that is in its vocabulary, which the effects of heads need: leave"
              + " --effect-pairs out");
    }
    return new MaskedTokens();
  }

  /** Returns the task head of a checkpoint that has one. */
  public static OutputHead task(BertModel model) {
    return new TaskAnswers(new TaskScores(model.purpose().taskHead()));
  }

  /** Returns what is measured. The first is the one by which heads are judged. */
  public abstract List<Outcome> outcomes();

  /** Returns a pair with the positions whose states the head reads. */
  abstract EditedPair reading(EditedPair pair);

  /** Returns what computes the head's scores for one task, on the weights of an encoder. */
  abstract AnswerScores open(AttentionModel encoder);

  /** Returns the intact model's scores of an answer, to compare others with. */
  abstract Reference reference(double[] intact);
}
