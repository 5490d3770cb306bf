package io.sextant.profile.effect;

import io.sextant.attention.MaskedLm;
import io.sextant.attention.edit.Outcome;
import io.sextant.attention.edit.OutputHead;
import io.sextant.bert.BertModel;
import io.sextant.bert.MaskedLmHead;
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
    String obstacle = obstacle(model, outcome);
    if (obstacle != null) {
      throw new BadInputException(
          "the effects of heads need a head that answers, and of "
              + model.name()
              + " "
              + obstacle
              + ": give another checkpoint or --effect-outcome, or leave --effect-pairs out");
    }
    if (isMasked(model, outcome)) {
      MaskedLmHead head = model.maskedLm();
      return new AnsweringHead(OutputHead.maskedLm(), head.mask(), head.fingerprint());
    }
    return new AnsweringHead(OutputHead.task(model), -1, model.purpose().taskHead().fingerprint());
  }

  /** Returns why effects cannot be measured by a head of a checkpoint; null if they can. */
  public static String obstacle(BertModel model, EffectSettings.Outcome outcome) {
    TaskHead task = model.purpose().taskHead();
    if (model.maskedLm() == null && task == null) {
      return "the checkpoint has neither a masked-LM head nor a task head";
    }
    if (isMasked(model, outcome)) {
      return model.maskedLm() == null
          ? "the checkpoint has a task head only"
          : MaskedLm.obstacle(model);
    }
    return task == null ? "the checkpoint has a masked-LM head only" : null;
  }

  private static boolean isMasked(BertModel model, EffectSettings.Outcome outcome) {
    return switch (outcome) {
      case AUTO -> model.maskedLm() != null;
      case MASKED_LM -> true;
      case TASK -> false;
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
