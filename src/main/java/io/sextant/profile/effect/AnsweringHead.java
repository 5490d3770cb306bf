package io.sextant.profile.effect;

import io.sextant.attention.edit.Outcome;
import io.sextant.attention.edit.OutputHead;
import io.sextant.bert.BertModel;
import io.sextant.bert.TaskHead;
import io.sextant.config.EffectSettings;
import io.sextant.fault.BadInputException;
import java.util.List;

/**
 * The head by whose answers effects are measured: the masked-LM head, which predicts masked words,
 * or the task head, which judges whole pairs.
 *
 * @param mask the id of the mask token; negative for a task head
 * @param fingerprint the SHA-256 of the head in hexadecimal
 */
public record AnsweringHead(OutputHead head, int mask, String fingerprint) {

  /**
   * Returns the head of a checkpoint that effects are measured by.
   *
   * @throws BadInputException if the checkpoint does not have it, or no mask token for the
   *     masked-LM head
   */
  public static AnsweringHead of(BertModel model, EffectSettings.Outcome outcome) {
    TaskHead task = model.purpose().taskHead();
    boolean masked =
        outcome == EffectSettings.Outcome.AUTO
            ? model.maskedLm() != null
            : outcome == EffectSettings.Outcome.MASKED_LM;
    if (masked ? model.maskedLm() == null : task == null) {
      throw new BadInputException(lacking(model, outcome));
    }
    return masked
        ? new AnsweringHead(
            OutputHead.maskedLm(model), model.maskedLm().mask(), model.maskedLm().fingerprint())
        : new AnsweringHead(OutputHead.task(model), -1, task.fingerprint());
  }

  private static String lacking(BertModel model, EffectSettings.Outcome outcome) {
    return switch (outcome) {
      case AUTO ->
          "model "
              + model.name()
              + " has neither a masked-LM head nor a task head, which the effects of heads need: give"
              + " a checkpoint that has one, or leave --effect-pairs out";
      case MASKED_LM ->
          "--effect-outcome masked-lm needs a masked-LM head, but model "
              + model.name()
              + (model.purpose().taskHead() == null
                  ? " has neither that nor a task head: give a checkpoint that has one"
                  : " has a task head only: choose task");
      case TASK ->
          "--effect-outcome task needs a task head, but model "
              + model.name()
              + (model.maskedLm() == null
                  ? " has neither that nor a masked-LM head: give a checkpoint that has one"
                  : " has a masked-LM head only: choose masked-lm");
    };
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
