package io.sextant.job.stage;

import io.sextant.fault.BadInputException;
import io.sextant.job.executor.EditableRows;
import io.sextant.job.executor.EffectTask.Part;
import io.sextant.job.executor.TaskSettings;
import io.sextant.job.row.HashedSample;
import io.sextant.job.row.InputRow;
import io.sextant.text.SentencePair;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;

/** Draws the pairs on which effects are measured, in parts that are measured by one task each. */
final class EffectParts {
  private static final String PURPOSE = "effects";

  private EffectParts() {}

  /** Returns the number of parts of a sample. */
  static int count(int pairs) {
    return (pairs + EffectStage.PAIRS_A_TASK - 1) / EffectStage.PAIRS_A_TASK;
  }

  /**
   * Draws a sample. It and its order depend on the input and the number alone.
   *
   * @param pairs the number of pairs that are wanted
   * @throws BadInputException if effects can be measured on no pair
   */
  static List<Part> draw(JavaRDD<InputRow> rows, int pairs, Broadcast<TaskSettings> task) {
    List<SentencePair> sample = HashedSample.draw(rows, PURPOSE, pairs, new EditableRows(task));
    if (sample.isEmpty()) {
      throw new BadInputException(
          "effects can be measured on no pair, because none has a content word to mask: leave --effect-pairs out");
    }
    List<Part> parts = new ArrayList<>();
    for (int from = 0; from < sample.size(); from += EffectStage.PAIRS_A_TASK) {
      int to = Math.min(sample.size(), from + EffectStage.PAIRS_A_TASK);
      parts.add(new Part(parts.size(), new ArrayList<>(sample.subList(from, to))));
    }
    return parts;
  }
}
