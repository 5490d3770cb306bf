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

  private PredictedClasses() {}

  /**
   * Returns the labels of the classes.
   *
   * @throws BadInputException if the model has no task head, or one that does not predict one class
   *     of each pair
   */
  public static List<String> require(BertModel model) {
    String obstacle = obstacle(model);
    if (obstacle != null) {
      throw new BadInputException(
          "--by-prediction needs a model that predicts a class of each pair, and of "
              + model.name()
              + " "
              + obstacle
              + ": give the checkpoint of another ...ForSequenceClassification, or leave"
              + " --by-prediction out");
    }
    return model.purpose().taskHead().labels();
  }

  /** Returns why a model does not predict the class of each pair; null if it does. */
  public static String obstacle(BertModel model) {
    TaskHead head = model.purpose().taskHead();
    if (head == null) {
      return "no task head is read";
    }
    int labels = head.labels().size();
    if (!head.hasClasses()) {
      return head.problem() == TaskHead.Problem.MULTI_LABEL
          ? "the task head may give a pair several labels"
          : "the task head gives a score";
    }
    if (labels > MOST) {
      return String.format(Locale.ROOT, "the task head has %,d labels, more than %d", labels, MOST);
    }
    if (new HashSet<>(head.labels()).size() < labels) {
      return "the task head gives two classes the same label, " + head.labels();
    }
    return null;
  }
}
