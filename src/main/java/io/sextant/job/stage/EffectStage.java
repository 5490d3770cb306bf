package io.sextant.job.stage;

import io.sextant.attention.edit.ContextSums;
import io.sextant.attention.edit.HeadContexts;
import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.config.EffectSettings;
import io.sextant.fault.BadInputException;
import io.sextant.job.chunk.EffectStore;
import io.sextant.job.executor.ContextTask;
import io.sextant.job.executor.EditableRows;
import io.sextant.job.executor.EffectInputs;
import io.sextant.job.executor.EffectTask;
import io.sextant.job.executor.EffectTask.Part;
import io.sextant.job.executor.LoadedModel;
import io.sextant.job.executor.TaskSettings;
import io.sextant.job.folder.RunFiles;
import io.sextant.job.row.HashedSample;
import io.sextant.job.row.InputRow;
import io.sextant.linguistics.Cooccurrences;
import io.sextant.linguistics.Cooccurrences.WordPair;
import io.sextant.profile.effect.AnsweringHead;
import io.sextant.profile.effect.EffectPlan;
import io.sextant.profile.effect.EffectSample;
import io.sextant.profile.effect.EffectTables;
import io.sextant.profile.effect.PairEffects;
import io.sextant.profile.pair.Calibration;
import io.sextant.profile.state.Unit;
import io.sextant.table.HeadGrid;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.HeadPattern;
import io.sextant.text.SentencePair;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
  private static final String PURPOSE = "effects";
  private static final int PAIRS_A_TASK = 2;
  private static final double SECONDS_AN_HOUR = 3600;
  private static final double NANOS_A_SECOND = 1e9;

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

  /**
   * Measures the effects and writes the tables.
   *
   * @return how they were measured, for {@code run.json}
   * @throws BadInputException if effects can be measured on no pair
   */
  public RunManifest.Effects run(JavaRDD<InputRow> rows) {
    BertModel model = LoadedModel.of(task).bert();
    AnsweringHead answers = AnsweringHead.of(model);
    Broadcast<TaskSettings> broadcast = context.broadcast(task.with(checkpoint(answers)));
    try {
      context.setJobDescription("sextant: draw pairs on which heads are ablated");
      List<Part> parts = parts(rows, broadcast);
      EffectPlan plan = plan(model.config());
      List<PairEffects> pairs = measure(rows, parts, plan, identity(answers, plan), broadcast);
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

  /** Returns the checkpoint with the head that answers, which every executor must have too. */
  private TaskSettings.Checkpoint checkpoint(AnsweringHead answers) {
    return new TaskSettings.Checkpoint(
        task.checkpoint().path(),
        task.checkpoint().fingerprint(),
        answers.isMasked() ? answers.fingerprint() : null,
        answers.isMasked() ? null : answers.fingerprint());
  }

  private List<Part> parts(JavaRDD<InputRow> rows, Broadcast<TaskSettings> broadcast) {
    List<SentencePair> sample =
        HashedSample.draw(rows, PURPOSE, settings.pairs(), new EditableRows(broadcast));
    if (sample.isEmpty()) {
      throw new BadInputException(
          "effects can be measured on no pair, because none has a content word to mask: leave --effect-pairs out");
    }
    List<Part> parts = new ArrayList<>();
    for (int from = 0; from < sample.size(); from += PAIRS_A_TASK) {
      int to = Math.min(sample.size(), from + PAIRS_A_TASK);
      parts.add(new Part(parts.size(), new ArrayList<>(sample.subList(from, to))));
    }
    return parts;
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

  /** Measures the parts that are not committed, and returns the effects of all parts in order. */
  private List<PairEffects> measure(
      JavaRDD<InputRow> rows,
      List<Part> parts,
      EffectPlan plan,
      String identity,
      Broadcast<TaskSettings> broadcast) {
    EffectStore store = new EffectStore(directory, identity);
    List<Optional<List<PairEffects>>> known =
        parts.stream().map(part -> store.read(part.number())).toList();
    List<Part> left = parts.stream().filter(part -> known.get(part.number()).isEmpty()).toList();
    if (!left.isEmpty()) {
      Broadcast<EffectInputs> inputs =
          context.broadcast(
              new EffectInputs(
                  identity,
                  plan,
                  calibration(rows, broadcast),
                  replacement(parts, broadcast),
                  cooccurrences()));
      try {
        measure(left, plan, new EffectTask(broadcast, inputs, hadoop()));
      } finally {
        inputs.destroy();
      }
    }
    List<PairEffects> effects = new ArrayList<>();
    for (Part part : parts) {
      effects.addAll(known.get(part.number()).or(() -> store.read(part.number())).orElseThrow());
    }
    return effects;
  }

  private void measure(List<Part> left, EffectPlan plan, EffectTask task) {
    int pairs = left.stream().mapToInt(part -> part.pairs().size()).sum();
    say(
        "effects: %,d pairs, each with about %,.0f forward passes: %,d heads are ablated, %,d patterns of heads knocked out, %,d labels compared with %d random sets of heads",
        pairs,
        plan.passes(),
        plan.grid().heads(),
        plan.tests().size(),
        plan.groups().size(),
        EffectPlan.SETS);
    context.setJobDescription("sextant: ablate heads in " + pairs + " pairs");
    Part first = left.get(0);
    double seconds = run(List.of(first), task).get(0) / NANOS_A_SECOND;
    List<Part> others = left.subList(1, left.size());
    if (!others.isEmpty()) {
      int together = Math.min(context.defaultParallelism(), others.size());
      say(
          "effects: about %.2f hours at %.1f seconds a pair in each of %d tasks",
          seconds * others.size() / together / SECONDS_AN_HOUR,
          seconds / first.pairs().size(),
          together);
      run(others, task);
    }
  }

  private List<Long> run(List<Part> parts, EffectTask task) {
    return context.parallelize(parts, parts.size()).map(task).collect();
  }

  private Calibration calibration(JavaRDD<InputRow> rows, Broadcast<TaskSettings> broadcast) {
    return new CalibrationStage(context, calibrationPairs, LoadedModel.of(task).bert().config())
        .run(rows, broadcast)
        .get(Unit.TOKEN);
  }

  private HeadContexts replacement(List<Part> parts, Broadcast<TaskSettings> broadcast) {
    BertConfig model = LoadedModel.of(task).bert().config();
    if (settings.ablation() == EffectSettings.Ablation.ZERO) {
      return HeadContexts.zero(model.layers(), model.hidden());
    }
    context.setJobDescription("sextant: average the outputs of heads");
    ContextSums sums = new ContextSums(model.layers(), model.hidden());
    context
        .parallelize(parts, parts.size())
        .map(new ContextTask(broadcast))
        .collect()
        .forEach(sums::merge);
    return sums.mean();
  }

  private Cooccurrences cooccurrences() {
    return new Cooccurrences(
        directory.readIfThere(Table.COOCCURRENCE).stream()
            .map(row -> new WordPair(row.word(), row.other(), null))
            .toList());
  }

  private SerializableConfiguration hadoop() {
    return new SerializableConfiguration(context.hadoopConfiguration());
  }

  private void say(String format, Object... numbers) {
    out.println(String.format(Locale.ROOT, format, numbers));
  }
}
