package io.sextant.job;

import io.sextant.attention.Backend;
import io.sextant.attention.Precision;
import io.sextant.attention.Readout;
import io.sextant.bert.BertModel;
import io.sextant.config.OutputSettings.Existing;
import io.sextant.config.ProfileSettings;
import io.sextant.config.UntilSettings;
import io.sextant.fault.BadInputException;
import io.sextant.fault.PartialRunException;
import io.sextant.linguistics.Cooccurrences;
import io.sextant.linguistics.Cooccurrences.WordPair;
import io.sextant.linguistics.Language;
import io.sextant.profile.ConditionalPmi;
import io.sextant.profile.Level;
import io.sextant.profile.PredictionScores;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.RunManifest.Counts;
import io.sextant.table.Table;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
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
    Preflight.checkSettings(settings);
    Preflight.checkOutput(directory, settings.output().existing());
    List<String> patterns = MeasuredPatterns.of(settings);
    try (Halt halt = new Halt(context, out);
        RunLock lock = RunLock.acquire(directory, halt::lockLost)) {
      return run(patterns, halt);
    }
  }

  /**
   * What {@link #run} would take. The input is read, some of it measured, and nothing written.
   *
   * @throws BadInputException if input or model cannot be used
   */
  public Estimate estimate() {
    List<String> patterns = MeasuredPatterns.of(settings);
    BertModel model = openModel();
    PairReader reader = new PairReader(spark, settings.input());
    context.setJobDescription("sextant: read the input");
    Dataset<Row> read = reader.read();
    Census census = reader.census(read);
    TaskSettings task = task(model, census, patterns);
    try {
      return new DryRun(task).estimate(reader.rows(read), census.rows());
    } catch (RuntimeException e) {
      throw reader.explain(e);
    }
  }

  private BertModel openModel() {
    BertModel model = LoadedModel.open(settings.model());
    if (settings.mlm().pairs() > 0) {
      ConditionalPmi.require(model);
    }
    return model;
  }

  private RunManifest run(List<String> patterns, Halt halt) {
    BertModel model = openModel();
    PairReader reader = new PairReader(spark, settings.input());
    context.setJobDescription("sextant: read the input");
    out.println("reading the input");
    long start = System.nanoTime();
    Dataset<Row> read = reader.read();
    Census census = reader.census(read);
    out.println(String.format(Locale.ROOT, "%,d rows read", census.rows()));
    Run run = plan(model, reader.format(), census, patterns, halt);
    run.record().took("census", start);
    if (settings.output().existing() == Existing.RESUME && !directory.isEmptyBut(RunLock.FILE)) {
      RunManifest before = directory.manifest();
      RunIdentity.check(before, run.record().manifest(), directory.root().toString());
      if (before.status().equals("succeeded") && isComplete(run, before)) {
        out.println(directory.root() + " is complete, nothing is left to do");
        return before;
      }
    } else {
      directory.clearBut(RunLock.FILE);
    }
    return run(run, reader, read, model);
  }

  /**
   * Whether nothing is left to do of a run that has succeeded. It has stopped early if it knew
   * enough, and then may be asked for more.
   */
  private boolean isComplete(Run run, RunManifest before) {
    UntilSettings until = settings.until();
    boolean narrow =
        until.active() && before.halfWidth() != null && before.halfWidth() <= until.halfWidth();
    if (before.counts().chunksDone() == before.counts().chunks() || narrow) {
      return true;
    }
    if (run.store().committed().isEmpty()) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s stopped early and has not kept its chunks: --overwrite it, and --keep-chunks to go on from it later",
              directory.root()));
    }
    return false;
  }

  private RunManifest run(Run run, PairReader reader, Dataset<Row> read, BertModel model) {
    run.record().write("running", null, none(run));
    run.task().language().limits().forEach(out::println);
    Counts counts;
    MergedChunks merged = new MergedChunks(run, model.config());
    try {
      new ResumeStage(context, run, out).run();
      JavaRDD<InputRow> rows = reader.rows(read);
      List<WordPair> predictive = predictive(run, rows);
      new ChunkStage(context, run, model.config(), merged, out)
          .run(rows, new Cooccurrences(predictive));
      List<PredictionScores> predictions = predictions(run, rows);
      counts =
          new TableStage(context, run, model.config(), merged, out)
              .run(rows, predictive, predictions);
    } catch (Exception e) {
      throw new Stop(run, out).after(reader.explain(e));
    } catch (Error e) {
      throw new Stop(run, out).after(e);
    }
    return finish(run, counts, merged);
  }

  /** Counted anew when a run is resumed: the same rows give the same word pairs. */
  private List<WordPair> predictive(Run run, JavaRDD<InputRow> rows) {
    if (!run.task().patterns().contains(MeasuredPatterns.COOCCURRENCE)) {
      return List.of();
    }
    out.println("counting words that are together");
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

  private Run plan(
      BertModel model, String format, Census census, List<String> patterns, Halt halt) {
    TaskSettings task = task(model, census, patterns);
    ChunkPlan plan = ChunkPlan.forRows(census.rows());
    RunRecord record =
        RunRecord.plan(directory, settings, task, model, format, census, plan, spark.version());
    ChunkStore store = new ChunkStore(directory, task.runId());
    return new Run(settings, task, census, plan, directory, store, record, halt);
  }

  private TaskSettings task(BertModel model, Census census, List<String> patterns) {
    if (census.rows() == 0) {
      throw new BadInputException("there are no rows in " + settings.input().paths());
    }
    String backend = settings.attention().backend();
    Precision precision =
        Backend.of(backend).settle(Precision.of(settings.attention().precision()));
    String maskedLm = settings.mlm().pairs() == 0 ? null : model.maskedLm().fingerprint();
    return new TaskSettings(
        RunIdentity.of(
            model.fingerprint(),
            maskedLm,
            census.fingerprint(),
            backend,
            precision.label(),
            settings),
        settings.model(),
        model.fingerprint(),
        maskedLm,
        directory.root().toString(),
        backend,
        precision,
        settings.attention().maxPieces(),
        settings.attention().batchPieces(),
        settings.attention().norms() ? Readout.NORMS : Readout.WEIGHTS,
        new Language(settings.linguistics().language()),
        settings.linguistics().maxMismatch(),
        patterns,
        Level.named(settings.units()),
        settings.pairScores(),
        settings.exemplars().perHead(),
        settings.exemplars().maxPieces(),
        settings.exemplars().minQueries(),
        settings.distances().rows());
  }

  private RunManifest finish(Run run, Counts counts, MergedChunks merged) {
    long read = counts.in() - counts.notRead();
    double rejectRate = read == 0 ? 0 : (double) counts.rejected() / read;
    if (rejectRate > settings.input().maxRejectRate()) {
      RejectSummary rejects = new RejectSummary();
      directory.read(Table.REJECTS, rejects::add);
      String message =
          String.format(
              Locale.ROOT,
              "%,d of %,d rows were rejected, %s; more than --max-reject-rate %s allows: see %s",
              counts.rejected(),
              read,
              rejects.line(),
              settings.input().maxRejectRate(),
              directory.resolve("rejects"));
      run.record().write("failed", message, counts);
      throw new BadInputException(message);
    }
    if (settings.until().active()) {
      run.record().reached(merged.halfWidth());
    }
    if (counts.chunksDone() < counts.chunks() && !merged.isEnough()) {
      String message =
          String.format(
              Locale.ROOT,
              "stopped after %d of %d chunks: --resume goes on",
              counts.chunksDone(),
              counts.chunks());
      run.record().write("partial", message, counts);
      throw new PartialRunException(message, null);
    }
    run.record().write("succeeded", enough(counts, merged), counts);
    if (!settings.output().keepChunks()) {
      run.store().deleteAll();
    }
    return directory.manifest();
  }

  /** What to say of a half-width that was asked for; null if none was. */
  private String enough(Counts counts, MergedChunks merged) {
    if (!settings.until().active()) {
      return null;
    }
    String shares =
        String.format(
            Locale.ROOT,
            "shares are known within %.3g, --until-half-width %s asked for",
            merged.halfWidth(),
            settings.until().halfWidth());
    if (!merged.isEnough()) {
      return "all chunks have run, and not all " + shares;
    }
    return String.format(
        Locale.ROOT,
        "stopped after %d of %d chunks, %,d rows not read: %s",
        counts.chunksDone(),
        counts.chunks(),
        counts.notRead(),
        shares);
  }

  private static Counts none(Run run) {
    return counts(run, 0);
  }

  /** What can be said before the chunks are merged: no row counts as read. */
  private static Counts counts(Run run, int chunksDone) {
    long rows = run.census().rows();
    return new Counts(rows, 0, 0, rows, 0, run.plan().chunks(), chunksDone);
  }
}
