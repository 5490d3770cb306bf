package io.sextant.job;

import io.sextant.attention.Backend;
import io.sextant.attention.Precision;
import io.sextant.attention.Readout;
import io.sextant.bert.BertModel;
import io.sextant.config.OutputSettings.Existing;
import io.sextant.config.ProfileSettings;
import io.sextant.fault.BadInputException;
import io.sextant.fault.PartialRunException;
import io.sextant.linguistics.Cooccurrences;
import io.sextant.linguistics.Cooccurrences.WordPair;
import io.sextant.linguistics.Language;
import io.sextant.profile.ConditionalPmi;
import io.sextant.profile.PredictionScores;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.RunManifest.Counts;
import java.io.PrintStream;
import java.util.List;
import java.util.SortedSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Profiles a model's heads over a corpus: a census of the input, one task per chunk, the merge of
 * the committed states in chunk order, the tables.
 */
public final class ProfileJob {
  private final SparkSession spark;
  private final JavaSparkContext context;
  private final ProfileSettings settings;
  private final PrintStream out;
  private final RunDirectory directory;

  /** A job that says on {@code out} how far it is. */
  public ProfileJob(SparkSession spark, ProfileSettings settings, PrintStream out) {
    this.spark = spark;
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.settings = settings;
    this.out = out;
    this.directory =
        RunDirectory.at(settings.output().path(), spark.sparkContext().hadoopConfiguration());
  }

  /**
   * Runs, and leaves {@code run.json} saying how it ended.
   *
   * @throws BadInputException if input, model or output cannot be used, or too many rows are
   *     rejected
   * @throws PartialRunException if it stopped early and can be resumed
   */
  public RunManifest run() {
    List<String> patterns = MeasuredPatterns.of(settings);
    if (directory.exists() && settings.output().existing() == Existing.REFUSE) {
      throw new BadInputException(
          directory.root() + " exists: choose another --output, or --resume or --overwrite it");
    }
    if (directory.exists()
        && settings.output().existing() == Existing.OVERWRITE
        && !directory.isRunOrEmpty()) {
      throw new BadInputException(
          directory.root() + " is no run (it has no run.json), so it is not overwritten");
    }
    BertModel model = LoadedModel.open(settings.model());
    if (settings.mlm().pairs() > 0) {
      ConditionalPmi.require(model);
    }
    PairReader reader = new PairReader(spark, settings.input());
    context.setJobDescription("sextant: read " + settings.input().paths());
    long start = System.nanoTime();
    Dataset<Row> read = reader.read();
    Census census = reader.census(read);
    Run run = plan(model, reader.format(), census, patterns);
    run.record().took("census", start);
    if (settings.output().existing() == Existing.RESUME && directory.exists()) {
      RunManifest before = directory.manifest();
      RunIdentity.check(before, run.record().manifest(), directory.root().toString());
      if (before.status().equals("succeeded")) {
        out.println(directory.root() + " is complete, nothing is left to do");
        return before;
      }
    } else {
      directory.delete(directory.root());
    }
    return run(run, reader, read, model);
  }

  private RunManifest run(Run run, PairReader reader, Dataset<Row> read, BertModel model) {
    run.record().write("running", null, none(run));
    run.task().language().limits().forEach(out::println);
    JavaRDD<InputRow> rows = reader.rows(read);
    List<WordPair> predictive;
    List<PredictionScores> predictions;
    try {
      predictive = predictive(run, rows);
      new ChunkStage(context, run, model.config(), out).run(rows, new Cooccurrences(predictive));
      predictions = predictions(run, rows);
    } catch (RuntimeException e) {
      throw stopped(run, e);
    }
    try {
      Counts counts =
          new TableStage(context, run, model.config()).run(rows, predictive, predictions);
      return finish(run, counts);
    } catch (RuntimeException e) {
      if (!(e instanceof BadInputException) && !(e instanceof PartialRunException)) {
        run.record().write("failed", e.toString(), none(run));
      }
      throw e;
    }
  }

  /** Counted anew when a run is resumed: the same rows give the same word pairs. */
  private List<WordPair> predictive(Run run, JavaRDD<InputRow> rows) {
    if (!run.task().patterns().contains(MeasuredPatterns.COOCCURRENCE)) {
      return List.of();
    }
    long start = System.nanoTime();
    List<WordPair> kept =
        new CooccurrenceStage(context, settings.cooccurrence(), out).run(rows, run.task());
    run.record().took("cooccurrence", start);
    return kept;
  }

  /** Measured once: a run that is resumed finds them beside its chunks. */
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

  private Run plan(BertModel model, InputFormat format, Census census, List<String> patterns) {
    if (census.rows() == 0) {
      throw new BadInputException("there are no rows in " + settings.input().paths());
    }
    String backend = settings.attention().backend();
    Precision precision =
        Backend.of(backend).settle(Precision.of(settings.attention().precision()));
    ChunkPlan plan = ChunkPlan.forRows(census.rows());
    TaskSettings task =
        new TaskSettings(
            RunIdentity.of(
                model.fingerprint(), census.fingerprint(), backend, precision.label(), settings),
            settings.model(),
            model.fingerprint(),
            directory.root().toString(),
            backend,
            precision,
            settings.attention().maxPieces(),
            settings.attention().batchPieces(),
            settings.attention().norms() ? Readout.NORMS : Readout.WEIGHTS,
            new Language(settings.linguistics().language()),
            patterns,
            settings.exemplars().perHead(),
            settings.exemplars().maxPieces(),
            settings.exemplars().minQueries(),
            settings.distances().rows());
    RunRecord record =
        RunRecord.plan(
            directory, settings, task, model, format.key(), census, plan, spark.version());
    return new Run(settings, task, census, plan, directory, new ChunkStore(directory), record);
  }

  private RunManifest finish(Run run, Counts counts) {
    double rejectRate = (double) counts.rejected() / counts.in();
    if (rejectRate > settings.input().maxRejectRate()) {
      String message =
          "%,d of %,d rows were rejected, more than --max-reject-rate %s allows: see %s"
              .formatted(
                  counts.rejected(),
                  counts.in(),
                  settings.input().maxRejectRate(),
                  directory.resolve("rejects"));
      run.record().write("failed", message, counts);
      throw new BadInputException(message);
    }
    if (counts.chunksDone() < counts.chunks()) {
      String message =
          "stopped after %d of %d chunks: --resume goes on"
              .formatted(counts.chunksDone(), counts.chunks());
      run.record().write("partial", message, counts);
      throw new PartialRunException(message, null);
    }
    run.record().write("succeeded", null, counts);
    if (!settings.output().keepChunks()) {
      run.store().deleteAll();
    }
    return directory.manifest();
  }

  /** What to say when the chunks could not all be run. */
  private RuntimeException stopped(Run run, RuntimeException cause) {
    SortedSet<Integer> done = run.store().committed();
    Counts counts = new Counts(run.census().rows(), 0, 0, 0, run.plan().chunks(), done.size());
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof BadInputException bad) {
        run.record().write("failed", bad.getMessage(), counts);
        return bad;
      }
    }
    if (done.isEmpty()) {
      run.record().write("failed", cause.toString(), counts);
      return cause;
    }
    String message =
        "stopped after %d of %d chunks, --resume goes on: %s"
            .formatted(done.size(), run.plan().chunks(), cause.getMessage());
    run.record().write("partial", message, counts);
    return new PartialRunException(message, cause);
  }

  private static Counts none(Run run) {
    return new Counts(run.census().rows(), 0, 0, 0, run.plan().chunks(), 0);
  }
}
