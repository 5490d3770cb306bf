package io.sextant.job.stage;

import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.config.EffectSettings;
import io.sextant.fault.BadInputException;
import io.sextant.job.chunk.EffectStore;
import io.sextant.job.executor.EffectInputs;
import io.sextant.job.executor.EffectTask;
import io.sextant.job.executor.EffectTask.Part;
import io.sextant.job.executor.LoadedModel;
import io.sextant.job.executor.TaskSettings;
import io.sextant.job.folder.RunFiles;
import io.sextant.job.row.InputRow;
import io.sextant.profile.effect.AnsweringHead;
import io.sextant.profile.effect.EffectPlan;
import io.sextant.profile.effect.EffectSample;
import io.sextant.profile.effect.EffectTables;
import io.sextant.profile.effect.PairEffects;
import io.sextant.profile.pair.Calibration;
import io.sextant.table.HeadGrid;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.HeadPattern;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Measures the effects of heads on a sample of the pairs, and writes their tables. The labels are
 * read from the run's tables, so a run that has ended can be measured too. A task measures a part
 * of the sample and commits it, and parts that are committed already are skipped. The sample and
 * the order in which it is added up depend on the input and the settings alone.
 */
public final class EffectStage {
  /** The pairs whose effects one task measures. */
  public static final int PAIRS_A_TASK = 2;

  private final JavaSparkContext context;
  private final RunDirectory directory;
  private final TaskSettings task;
  private final EffectSettings settings;
  private final int calibrationPairs;
  private final PrintStream out;

  /**
   * Creates the stage of a run.
   *
   * @param directory the fenced directory, which has the tables {@code head_patterns} and {@code
   *     cooccurrence}
   * @param calibrationPairs the number of pairs on which the run's nulls were calibrated
   */
  public EffectStage(
      JavaSparkContext context,
      RunDirectory directory,
      TaskSettings task,
      EffectSettings settings,
      int calibrationPairs,
      PrintStream out) {
    this.context = context;
    this.directory = directory;
    this.task = task;
    this.settings = settings;
    this.calibrationPairs = calibrationPairs;
    this.out = out;
  }

  /** Returns the number of tasks that measure a sample. */
  public static int tasks(int pairs) {
    return EffectParts.count(pairs);
  }

  /**
   * Measures the effects and writes the tables.
   *
   * @param known the calibration of tokens; empty if this process has not computed it
   * @return how they were measured, for {@code run.json}
   * @throws BadInputException if effects can be measured on no pair
   */
  public RunManifest.Effects run(JavaRDD<InputRow> rows, Optional<Calibration> known) {
    BertModel model = LoadedModel.of(task).bert();
    AnsweringHead answers = AnsweringHead.of(model, settings.outcome());
    Broadcast<TaskSettings> broadcast = context.broadcast(task.asking(answers));
    try {
      context.setJobDescription("sextant: draw pairs on which heads are ablated");
      List<Part> parts = EffectParts.draw(rows, settings.pairs(), broadcast);
      EffectPlan plan = plan(model.config());
      String identity = identity(answers, plan);
      EffectMeasurement measurement =
          new EffectMeasurement(context, plan, new EffectStore(directory, identity), out);
      List<Part> left = measurement.left(parts);
      if (!left.isEmpty()) {
        EffectPreparation prepare = new EffectPreparation(context, model.config(), broadcast);
        EffectInputs inputs =
            new EffectInputs(
                identity,
                plan,
                known.orElseGet(() -> prepare.calibration(rows, calibrationPairs)),
                prepare.replacement(parts, settings.ablation()),
                EffectPreparation.cooccurrences(directory));
        measure(left, measurement, broadcast, inputs);
      }
      List<PairEffects> pairs = measurement.read(parts);
      EffectTables tables =
          EffectTables.of(task.runId(), new EffectSample(plan, answers.outcomes(), pairs));
      directory.write(Table.HEAD_EFFECTS, tables.heads().iterator());
      directory.write(Table.PATTERN_EFFECTS, tables.patterns().iterator());
      directory.write(Table.LABEL_EFFECTS, tables.labels().iterator());
      directory.delete(directory.resolve(RunFiles.EFFECTS));
      return new RunManifest.Effects(
          pairs.size(),
          settings.ablation().key(),
          settings.heads().key(),
          answers.outcomes(),
          answers.fingerprint());
    } finally {
      broadcast.destroy();
    }
  }

  private void measure(
      List<Part> left,
      EffectMeasurement measurement,
      Broadcast<TaskSettings> broadcast,
      EffectInputs of) {
    Broadcast<EffectInputs> inputs = context.broadcast(of);
    try {
      measurement.measure(
          left,
          new EffectTask(
              broadcast, inputs, new SerializableConfiguration(context.hadoopConfiguration())));
    } finally {
      inputs.destroy();
    }
  }

  /** Returns the plan that follows from the labels in the tables. */
  private EffectPlan plan(BertConfig model) {
    List<HeadPattern> labels = new ArrayList<>();
    directory.read(
        Table.HEAD_PATTERNS,
        row -> {
          if (EffectPlan.isLabel(row)) {
            labels.add(row);
          }
        });
    return EffectPlan.of(new HeadGrid(model.layers(), model.heads()), labels, settings.heads());
  }

  private String identity(AnsweringHead answers, EffectPlan plan) {
    return String.join(
        " ",
        task.runId(),
        String.valueOf(settings.pairs()),
        settings.ablation().key(),
        answers.fingerprint(),
        plan.signature());
  }
}
