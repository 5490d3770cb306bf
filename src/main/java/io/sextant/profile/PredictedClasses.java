package io.sextant.profile;

import io.sextant.bert.BertModel;
import io.sextant.bert.TaskHead;
import io.sextant.fault.BadInputException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * The classes that a model's task head predicts, by which {@code --by-prediction} divides pairs.
 */
public final class PredictedClasses {
  /** The greatest number of classes, since each has the state of a stratum in every task. */
  static final int MOST = 32;

  private static final String LEAVE_OUT = ": leave --by-prediction out";

  private PredictedClasses() {}

  /**
   * Returns the labels of the classes.
   *
   * @throws BadInputException if the model has no task head, or one that does not predict one class
   *     of each pair
   */
  public static List<String> require(BertModel model) {
    TaskHead head = model.purpose().taskHead();
    if (head == null) {
      throw new BadInputException(
          "model "
              + model.name()
              + " has no task head, which --by-prediction needs: give the checkpoint of a"
              + " ...ForSequenceClassification, or leave --by-prediction out");
    }
    String name = "the task head of model " + model.name();
    if (!head.hasClasses()) {
      throw new BadInputException(
          name
              + (head.problem() == TaskHead.Problem.MULTI_LABEL
                  ? " may give a pair several labels, and so predicts no class"
                  : " gives a score, and so predicts no class")
              + LEAVE_OUT);
    }
    if (head.labels().size() > MOST) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s has %,d labels, but a run can have at most %d strata by class%s",
              name,
              head.labels().size(),
              MOST,
              LEAVE_OUT));
    }
    if (new HashSet<>(head.labels()).size() < head.labels().size()) {
      throw new BadInputException(
          name + " gives two classes the same label, " + head.labels() + LEAVE_OUT);
    }
    return head.labels();
  }
}
