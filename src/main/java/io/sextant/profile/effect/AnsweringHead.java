package io.sextant.profile.effect;

import io.sextant.attention.edit.Outcome;
import io.sextant.attention.edit.OutputHead;
import io.sextant.bert.BertModel;
import io.sextant.bert.TaskHead;
import java.util.List;

/**
 * The head by whose answers effects are measured: the masked-LM head, which predicts masked words,
 * or else the task head, which judges whole pairs.
 *
 * @param mask the id of the mask token; negative for a task head
 * @param fingerprint the SHA-256 of the head in hexadecimal
 */
public record AnsweringHead(OutputHead head, int mask, String fingerprint) {

  /**
   * Returns the head of a checkpoint.
   *
   * @throws io.sextant.fault.BadInputException if it has none
   */
  public static AnsweringHead of(BertModel model) {
    OutputHead head = OutputHead.of(model);
    if (OutputHead.isMaskedLm(model)) {
      return new AnsweringHead(head, model.maskedLm().mask(), model.maskedLm().fingerprint());
    }
    TaskHead task = model.purpose().taskHead();
    return new AnsweringHead(head, -1, task.fingerprint());
  }

  /** Returns whether the head predicts masked words. */
  public boolean isMasked() {
    return mask >= 0;
  }

  /**
   * Returns the names of the outcomes in the tables. The first is the one that heads are judged by.
   */
  public List<String> outcomes() {
    return head.outcomes().stream().map(this::name).toList();
  }

  private String name(Outcome outcome) {
    return switch (outcome) {
      case LOSS -> "masked_lm_loss";
      case KL -> isMasked() ? "masked_lm_kl" : "class_kl";
      case DIFFERENCE -> "score_difference";
    };
  }

  /** Returns the outcomes of the intact model, with NaN for those that are differences from it. */
  double[] meaningful(double[] intact) {
    double[] of = intact.clone();
    for (int i = 0; i < of.length; i++) {
      of[i] = head.outcomes().get(i) == Outcome.LOSS ? of[i] : Double.NaN;
    }
    return of;
  }
}
