package io.sextant.job;

import io.sextant.bert.BertModel;
import io.sextant.bert.Purpose;
import io.sextant.config.ProfileSettings;
import io.sextant.fault.BadInputException;
import io.sextant.job.chunk.ChunkPlan;
import io.sextant.job.cluster.ExecutorWatch;
import io.sextant.job.executor.LoadedModel;
import io.sextant.job.executor.TaskSettings;
import io.sextant.job.folder.RunLease;
import io.sextant.job.input.InputRequest;
import io.sextant.job.row.InputRow;
import io.sextant.job.row.InputSummary;
import io.sextant.job.row.ReadInput;
import io.sextant.job.run.Cancellation;
import io.sextant.job.run.FailureHandler;
import io.sextant.job.run.Finish;
import io.sextant.job.run.MergedChunks;
import io.sextant.job.run.Opening;
import io.sextant.job.run.PrintedProgress;
import io.sextant.job.run.ProgressDisplay;
import io.sextant.job.run.Run;
import io.sextant.job.run.RunRecord;
import io.sextant.job.stage.ChunkStage;
import io.sextant.job.stage.CooccurrenceStage;
import io.sextant.job.stage.EffectStage;
import io.sextant.job.stage.MergeStage;
import io.sextant.job.stage.PredictionStage;
import io.sextant.job.stage.ResumeStage;
import io.sextant.job.stage.TableStage;
import io.sextant.job.stage.UntrainedStage;
import io.sextant.job.staged.StagedRows;
import io.sextant.linguistics.Cooccurrences;
import io.sextant.linguistics.Cooccurrences.WordPair;
import io.sextant.profile.PredictedClasses;
import io.sextant.profile.effect.AnsweringHead;
import io.sextant.profile.pair.Calibration;
import io.sextant.profile.prediction.ConditionalPmi;
import io.sextant.profile.prediction.PredictionScores;
import io.sextant.profile.state.Unit;
import io.sextant.profile.untrained.UntrainedScores;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.RunManifest.Counts;
import io.sextant.table.RunState;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Profiles a model's heads over a corpus. The job summarises the input, runs one task per chunk,
 * merges the committed states and writes the tables.
 */
public final class ProfileJob {
  private final SparkSession spark;
  private final JavaSparkContext context;
  private final ProfileSettings settings;
  private final PrintStream out;
  private final RunDirectory directory;
  private InputRequest request;
  private ProgressDisplay display;

  /** Creates a job that prints its progress to {@code out}. */
  public ProfileJob(SparkSession spark, ProfileSettings settings, PrintStream out) {
    this.spark = spark;
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.settings = settings;
    this.out = out;
    this.directory =
        RunDirectory.at(settings.output().path(), spark.sparkContext().hadoopConfiguration());
    this.request = InputRequest.of(spark, settings.input());
    this.display = new PrintedProgress(out);
  }

  /**
   * Takes rows of the calling program as the input, which the settings name {@code dataset:NAME}.
   *
   * @return this job
   */
  public ProfileJob reading(Dataset<Row> pairs) {
    request = new InputRequest(spark, settings.input(), pairs);
    return this;
  }

  /**
   * Shows the progress elsewhere than on {@code out}.
   *
   * @param progress takes the numbers of pairs that are done, and of all pairs that are to be
   *     profiled, whenever there is news
   * @return this job
   */
  public ProfileJob showing(BiConsumer<Long, Long> progress) {
    display = progress::accept;
    return this;
  }

  /**
   * Runs the job and records in {@code run.json} how it ended.
   *
   * @throws BadInputException if the input, the model or the output cannot be used, or too many
   *     rows are rejected
   * @throws PartialRunException if the run stopped early and can be resumed
   */
  public RunManifest run() {
    Preflight.checkSettings(settings);
    List<String> patterns = MeasuredPatterns.of(settings);
    Opening.refuse(settings, directory, context.hadoopConfiguration());
    Opening opening = new Opening(settings, directory, out);
    try (ExecutorWatch watch = ExecutorWatch.start(context.sc(), out);
        Cancellation halt = new Cancellation(context, out);
        RunLease lease = RunLease.acquire(directory, halt::leaseLost)) {
      return run(opening, patterns, lease, halt);
    }
  }

  /**
   * Estimates what {@link #run} would take. The whole input is read and a sample of it is measured.
   * Nothing is written but to a temporary folder, which is deleted.
   *
   * @param before the seconds that a run would take until now
   * @throws BadInputException if the input or the model cannot be used
   */
  public Estimate estimate(double before) {
    List<String> patterns = MeasuredPatterns.of(settings);
    long opening = System.nanoTime();
    BertModel model = openModel();
    double start = before + (System.nanoTime() - opening) / 1e9;
    long begin = System.nanoTime();
    try (ExecutorWatch watch = ExecutorWatch.start(context.sc(), out);
        ReadInput input = ReadInput.of(request, out)) {
      TaskSettings task =
          new TaskPlan(context, settings).of(model, input.census(), patterns, null, null);
      double reading = (System.nanoTime() - begin) / 1e9;
      return new DryRun(context, task, settings, out)
          .estimate(input.rows(), input.census().rows(), start, reading);
    }
  }

  private BertModel openModel() {
    BertModel model = LoadedModel.open(settings.model());
    if (settings.mlm().pairs() > 0) {
      ConditionalPmi.require(model);
    }
    if (settings.byPrediction()) {
      PredictedClasses.require(model);
    }
    if (settings.effects().asked()) {
      AnsweringHead.of(model, settings.effects().outcome());
    }
    return model;
  }

  private RunManifest run(
      Opening opening, List<String> patterns, RunLease lease, Cancellation halt) {
    BertModel model = openModel();
    RunManifest before = opening.before();
    long start = System.nanoTime();
    try (RowSource source =
        new RowSource(request, settings.output().path(), out, opening.staged(before))) {
      InputSummary census = source.census();
      if (model.purpose().biEncoder() && source.hasPairs()) {
        out.println(Purpose.PAIRS_ARE_OUTSIDE + "; --singles profiles the sentences alone");
      }
      TaskSettings task =
          new TaskPlan(context, settings)
              .of(model, census, patterns, lease.fence().token(), before);
      Run run = plan(task, model, source.format(before), census, lease, halt);
      run.record().took("census", start);
      return opening.begin(run, before) ? run(run, source, model) : before;
    }
  }

  private RunManifest run(Run run, RowSource source, BertModel model) {
    MergedChunks merged =
        new MergedChunks(
            run, new MergeStage(context, run.task(), model.config(), run.plan().chunks())::run);
    try {
      run.record().write(RunState.RUNNING, null, run.counts(0));
      run.task().language().limits().forEach(out::println);
      StagedRows staged = source.stage(run);
      new ResumeStage(context, run, out).run();
      JavaRDD<InputRow> rows = staged.all(context);
      List<WordPair> predictive = predictive(run, rows);
      Map<Unit, Calibration> calibrations =
          new ChunkStage(context, run, model.config(), merged, display, out)
              .run(staged, new Cooccurrences(predictive));
      List<PredictionScores> predictions = predictions(run, rows);
      Counts counts =
          new TableStage(context, run, model.config(), merged, out)
              .run(staged, predictive, predictions, untrained(run, rows, predictive));
      if (settings.effects().asked() && Finish.isWhole(counts, merged)) {
        effects(run, rows, Optional.ofNullable(calibrations.get(Unit.TOKEN)));
      }
      LoadedModel.of(run.task()).requireSameContent();
      return new Finish(run, merged).with(counts);
    } catch (Exception | Error e) {
      throw stopped(run, e);
    }
  }

  private RuntimeException stopped(Run run, Throwable error) {
    if (!run.record().state().hasEnded()) {
      return new FailureHandler(run, out).after(error);
    }
    return error instanceof RuntimeException known ? known : new IllegalStateException(error);
  }

  /**
   * Counts the word pairs that occur together. A resumed run counts again, because the same rows
   * give the same word pairs.
   */
  private List<WordPair> predictive(Run run, JavaRDD<InputRow> rows) {
    if (!run.task().measures().patterns().contains(MeasuredPatterns.COOCCURRENCE)) {
      return List.of();
    }
    out.println("counting words that occur together");
    long start = System.nanoTime();
    List<WordPair> kept =
        new CooccurrenceStage(context, settings.cooccurrence(), out).run(rows, run.task());
    run.record().took("cooccurrence", start);
    return kept;
  }

  /** Measures predictive_mlm; a resumed run reads the scores that are stored beside its chunks. */
  private List<PredictionScores> predictions(Run run, JavaRDD<InputRow> rows) {
    if (settings.mlm().pairs() == 0) {
      return List.of();
    }
    return run.store()
        .readPredictions()
        .orElseGet(
            () -> {
              long start = System.nanoTime();
              List<PredictionScores> scores =
                  new PredictionStage(context, settings.mlm(), out).run(rows, run.task());
              run.store().commit(scores);
              run.record().took("predictive_mlm", start);
              return scores;
            });
  }

  /** Measures the untrained models; a resumed run measures them again, with the same scores. */
  private UntrainedScores untrained(Run run, JavaRDD<InputRow> rows, List<WordPair> predictive) {
    long start = System.nanoTime();
    UntrainedScores scores =
        new UntrainedStage(context, settings.untrained(), out)
            .run(rows, run.task(), new Cooccurrences(predictive));
    if (settings.untrained().models() > 0) {
      run.record().took("null_models", start);
    }
    return scores;
  }

  /** Measures the effects of heads; a resumed run goes on with those that are stored. */
  private void effects(Run run, JavaRDD<InputRow> rows, Optional<Calibration> known) {
    long start = System.nanoTime();
    EffectStage stage =
        new EffectStage(
            context,
            run.directory(),
            run.task(),
            settings.effects(),
            settings.calibration().pairs(),
            out);
    run.record().measured(stage.run(rows, known));
    run.record().took("effects", start);
  }

  private Run plan(
      TaskSettings task,
      BertModel model,
      String format,
      InputSummary census,
      RunLease lease,
      Cancellation halt) {
    ChunkPlan plan = ChunkPlan.forRows(census.rows());
    RunDirectory fenced = directory.fenced(lease.fence());
    RunRecord record =
        RunRecord.plan(fenced, settings, task, model, format, census, plan, spark.version());
    return new Run(settings, task, census, plan, fenced, record, lease, halt);
  }
}
