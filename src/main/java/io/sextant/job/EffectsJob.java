package io.sextant.job;

import io.sextant.bert.BertModel;
import io.sextant.config.ProfileSettings;
import io.sextant.fault.BadInputException;
import io.sextant.fault.PartialRunException;
import io.sextant.job.cluster.ExecutorWatch;
import io.sextant.job.executor.LoadedModel;
import io.sextant.job.executor.TaskSettings;
import io.sextant.job.folder.RunLease;
import io.sextant.job.folder.WholeTables;
import io.sextant.job.input.InputRequest;
import io.sextant.job.row.ReadInput;
import io.sextant.job.run.Cancellation;
import io.sextant.job.run.RunIdentity;
import io.sextant.job.stage.EffectStage;
import io.sextant.profile.effect.AnsweringHead;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.RunState;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Measures the effects of heads in a run that has succeeded, without profiling again. The input is
 * read again, because a run keeps no sentences.
 */
public final class EffectsJob {
  private final SparkSession spark;
  private final JavaSparkContext context;
  private final ProfileSettings settings;
  private final PrintStream out;
  private final RunDirectory directory;
  private InputRequest request;

  /**
   * Creates a job that prints its progress to {@code out}.
   *
   * @param settings those of the run, whose output is the run's directory, with those of the
   *     effects
   */
  public EffectsJob(SparkSession spark, ProfileSettings settings, PrintStream out) {
    this.spark = spark;
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.settings = settings;
    this.out = out;
    this.directory =
        RunDirectory.at(settings.output().path(), spark.sparkContext().hadoopConfiguration());
    this.request = InputRequest.of(spark, settings.input());
  }

  /**
   * Takes rows of the calling program as the input, which the settings name {@code dataset:NAME}.
   *
   * @return this job
   */
  public EffectsJob reading(Dataset<Row> pairs) {
    request = new InputRequest(spark, settings.input(), pairs);
    return this;
  }

  /**
   * Returns the manifest of a run whose effects can be measured.
   *
   * @throws BadInputException if there is none, or if it has not succeeded
   */
  public static RunManifest succeeded(RunDirectory directory) {
    RunManifest run = directory.readableManifest();
    if (run.state() != RunState.SUCCEEDED) {
      throw new BadInputException(
          directory.root()
              + " has the status '"
              + run.status()
              + "': effects need the labels of a run that has succeeded; --resume it first");
    }
    return run;
  }

  /**
   * Measures the effects, writes their tables and records them in {@code run.json}.
   *
   * @throws BadInputException if the run, its model or its input is not what it was, or effects
   *     cannot be measured
   * @throws PartialRunException if the job was interrupted; the same job goes on later
   */
  public RunManifest run() {
    try (ExecutorWatch watch = ExecutorWatch.start(context.sc(), out);
        Cancellation halt = new Cancellation(context, out);
        RunLease lease = RunLease.acquire(directory, halt::leaseLost)) {
      try {
        return run(lease);
      } catch (Exception e) {
        // Spark throws checked exceptions that its methods do not declare.
        throw stopped(lease, halt, e);
      }
    }
  }

  private RuntimeException stopped(RunLease lease, Cancellation halt, Exception error) {
    if (lease.isLost()) {
      return new BadInputException(
          "another run has taken over " + directory.root() + ": this one stopped", error);
    }
    if (halt.isInterrupted() || Cancellation.isOf(error)) {
      // It is said here, because a process that was asked to end may do so before the command.
      String message = "interrupted: the same command continues";
      out.println(message);
      return new PartialRunException(message, error);
    }
    return error instanceof RuntimeException known ? known : new IllegalStateException(error);
  }

  private RunManifest run(RunLease lease) {
    RunManifest before = succeeded(directory);
    BertModel model = LoadedModel.open(settings.model());
    AnsweringHead.of(model, settings.effects().outcome());
    require("model", settings.model(), before.model().fingerprint(), model.fingerprint());
    long start = System.nanoTime();
    try (ReadInput input = ReadInput.of(request, out)) {
      require(
          "input",
          settings.input().paths().toString(),
          before.input().fingerprint(),
          input.census().fingerprint());
      TaskSettings task =
          new TaskPlan(context, settings)
              .of(
                  model,
                  input.census(),
                  MeasuredPatterns.of(settings),
                  lease.fence().token(),
                  before);
      RunIdentity.requireForEffects(
          before, task.runId(), task.engine().recorded(), settings.science());
      RunDirectory fenced = directory.fenced(lease.fence());
      RunManifest.Effects how =
          new EffectStage(
                  context, fenced, task, settings.effects(), settings.calibration().pairs(), out)
              .run(input.rows(), Optional.empty());
      LoadedModel.of(task).requireSameContent();
      Map<String, Double> stages = new LinkedHashMap<>(before.stages());
      stages.put("effects", (System.nanoTime() - start) / 1e9);
      fenced.write(
          before.toBuilder().effects(how).stages(stages).tables(WholeTables.of(fenced)).build());
      return fenced.manifest();
    }
  }

  private void require(String what, String where, String expected, String found) {
    if (!found.equals(expected)) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "the %s %s is not the one of the run %s: its fingerprint is %.12s instead of %.12s; name the same with --%s, or profile again",
              what,
              where,
              directory.root(),
              found,
              expected,
              what));
    }
  }
}
