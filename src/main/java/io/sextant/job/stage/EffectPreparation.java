package io.sextant.job.stage;

import io.sextant.attention.edit.ContextSums;
import io.sextant.attention.edit.HeadContexts;
import io.sextant.bert.BertConfig;
import io.sextant.config.EffectSettings;
import io.sextant.job.executor.ContextTask;
import io.sextant.job.executor.EffectTask.Part;
import io.sextant.job.executor.TaskSettings;
import io.sextant.job.row.InputRow;
import io.sextant.linguistics.Cooccurrences;
import io.sextant.linguistics.Cooccurrences.WordPair;
import io.sextant.profile.pair.Calibration;
import io.sextant.profile.state.Unit;
import io.sextant.table.RunDirectory;
import io.sextant.table.Table;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** Computes what edits need to know of the sample and of the run. */
final class EffectPreparation {
  private final JavaSparkContext context;
  private final BertConfig model;
  private final Broadcast<TaskSettings> task;

  EffectPreparation(JavaSparkContext context, BertConfig model, Broadcast<TaskSettings> task) {
    this.context = context;
    this.model = model;
    this.task = task;
  }

  /** Returns the calibration of tokens, to the bits of the one that the run had. */
  Calibration calibration(JavaRDD<InputRow> rows, int pairs) {
    return new CalibrationStage(context, pairs, model).run(rows, task, false).get(Unit.TOKEN);
  }

  /** Returns what replaces the contexts of ablated heads. */
  HeadContexts replacement(List<Part> parts, EffectSettings.Ablation ablation) {
    if (ablation == EffectSettings.Ablation.ZERO) {
      return HeadContexts.zero(model.layers(), model.hidden());
    }
    context.setJobDescription("sextant: average the outputs of heads");
    ContextSums sums = new ContextSums(model.layers(), model.hidden());
    context
        .parallelize(parts, parts.size())
        .map(new ContextTask(task))
        .collect()
        .forEach(sums::merge);
    return sums.mean();
  }

  /** Returns the words that occur together, which the run's tables have. */
  static Cooccurrences cooccurrences(RunDirectory directory) {
    return new Cooccurrences(
        directory.readIfThere(Table.COOCCURRENCE).stream()
            .map(row -> new WordPair(row.word(), row.other(), null))
            .toList());
  }
}
