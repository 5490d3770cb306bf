package io.sextant.job.stage;

import io.sextant.attention.edit.HeadContexts;
import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.config.EffectSettings;
import io.sextant.job.executor.EffectInputs;
import io.sextant.job.executor.EffectTask;
import io.sextant.job.executor.LoadedModel;
import io.sextant.job.executor.TaskSettings;
import io.sextant.job.row.InputRow;
import io.sextant.linguistics.Cooccurrences;
import io.sextant.profile.effect.AnsweringHead;
import io.sextant.profile.effect.EffectPlan;
import io.sextant.profile.pair.Calibration;
import io.sextant.text.SentencePair;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** Measures effects on the first pair of a sample in this process, for their time. */
public final class EffectTrial {
  private final TaskSettings task;
  private final List<SentencePair> sample;

  private EffectTrial(TaskSettings task, List<SentencePair> sample) {
    this.task = task;
    this.sample = sample;
  }

  /**
   * Draws the pair.
   *
   * @throws io.sextant.fault.BadInputException if effects can be measured on no pair
   */
  public static EffectTrial of(
      JavaSparkContext context, JavaRDD<InputRow> rows, TaskSettings run, EffectSettings settings) {
    BertModel model = LoadedModel.of(run).bert();
    TaskSettings task = run.asking(AnsweringHead.of(model, settings.outcome()));
    Broadcast<TaskSettings> broadcast = context.broadcast(task);
    try {
      return new EffectTrial(task, EffectParts.draw(rows, 1, broadcast).get(0).pairs());
    } finally {
      broadcast.destroy();
    }
  }

  /** Makes the edits of a plan, which replace outputs by zero. */
  public void measure(EffectPlan plan, Cooccurrences words) {
    BertConfig model = LoadedModel.of(task).bert().config();
    EffectInputs inputs =
        new EffectInputs(
            "trial",
            plan,
            Calibration.flat(plan.grid().heads()),
            HeadContexts.zero(model.layers(), model.hidden()),
            words);
    EffectTask.effects(task, inputs, sample);
  }
}
