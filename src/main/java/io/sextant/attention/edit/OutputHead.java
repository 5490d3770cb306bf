package io.sextant.attention.edit;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.TaskScores;
import io.sextant.bert.BertModel;
import java.util.List;

/** The head with which a model answers, and what is measured of its answer. */
public abstract sealed class OutputHead permits MaskedTokens, TaskAnswers {

  /** Returns the masked-LM head of a checkpoint that has one. */
  public static OutputHead maskedLm() {
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
