package io.sextant.job.run;

import io.sextant.bert.BertModel;
import io.sextant.bert.Purpose;
import io.sextant.bert.TaskHead;
import io.sextant.bert.Window;
import io.sextant.config.ProfileSettings;
import io.sextant.job.chunk.ChunkPlan;
import io.sextant.job.executor.TaskSettings;
import io.sextant.job.folder.WholeTables;
import io.sextant.job.row.InputSummary;
import io.sextant.redaction.Secrets;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.RunManifest.TableFiles;
import io.sextant.table.RunManifestBuilder;
import io.sextant.table.RunState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes {@code run.json} while a run is in progress. */
public final class RunRecord {
  private final RunDirectory directory;
  private final RunManifest plan;
  private final Map<String, Double> stages = new LinkedHashMap<>();
  private RunManifest.Annotation annotation;
  private RunManifest.Tokens tokens;
  private RunManifest.Effects effects;
  private Double halfWidth;
  private RunState state = RunState.RESERVED;
  private Map<String, TableFiles> tables = Map.of();

  private RunRecord(RunDirectory directory, RunManifest plan) {
    this.directory = directory;
    this.plan = plan;
  }

  /** Returns the record of a run that is about to start. Nothing is written yet. */
  public static RunRecord plan(
      RunDirectory directory,
      ProfileSettings settings,
      TaskSettings task,
      BertModel model,
      String format,
      InputSummary census,
      ChunkPlan chunks,
      String sparkVersion) {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("sextant", version());
    versions.put("spark", sparkVersion);
    versions.put("tables", RunManifest.TABLES_VERSION);
    versions.put("java", Runtime.version().toString());
    RunManifest plan =
        new RunManifestBuilder()
            .runId(task.runId())
            .state(RunState.RESERVED)
            .started(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
            .model(
                new RunManifest.Model(
                    settings.modelName() == null ? model.name() : settings.modelName(),
                    Secrets.hide(settings.model()),
                    model.fingerprint(),
                    task.checkpoint().maskedLmFingerprint(),
                    taskHead(task, model.purpose()),
                    model.config().layers(),
                    model.config().heads(),
                    model.config().hidden()))
            .windows(windows(model))
            .weightSample(QueryWeights.of(model.weights()).text())
            .input(
                new RunManifest.Input(
                    Secrets.hide(settings.input().paths()),
                    format,
                    census.fingerprint(),
                    census.placement()))
            .engine(task.engine().recorded())
            .counts(
                new RunManifest.Counts(census.rows(), 0, 0, census.rows(), 0, chunks.chunks(), 0))
            .configuration(Secrets.hide(settings.effective()))
            .versions(versions)
            .stages(Map.of())
            .build();
    return new RunRecord(directory, plan);
  }

  private static RunManifest.TaskHead taskHead(TaskSettings task, Purpose purpose) {
    if (task.checkpoint().taskHeadFingerprint() == null) {
      return null;
    }
    TaskHead head = purpose.taskHead();
    return new RunManifest.TaskHead(
        purpose.modelClass(),
        head.problem().name().toLowerCase(Locale.ROOT),
        head.labels(),
        head.applied(),
        head.fingerprint());
  }

  /** Returns the reach of each layer's window; null if the queries of all layers see all keys. */
  private static List<Integer> windows(BertModel model) {
    List<Window> windows = model.config().design().windows();
    return windows.stream().noneMatch(Window::isLocal)
        ? null
        : windows.stream().map(window -> window.isLocal() ? window.reach() : null).toList();
  }

  RunManifest manifest() {
    return plan;
  }

  /**
   * Records the wall time of a stage that ends now.
   *
   * @param start the {@link System#nanoTime} at which it began
   */
  public void took(String stage, long start) {
    stages.put(stage, (System.nanoTime() - start) / 1e9);
  }

  /** Records the half-width that the run has reached; infinite if it is not known yet. */
  void reached(double widest) {
    halfWidth = Double.isInfinite(widest) ? null : widest;
  }

  /** Records how many annotated words there are, and how many of them do not fit the text. */
  public void annotated(long words, long mismatchedWords) {
    annotation = new RunManifest.Annotation(words, mismatchedWords);
  }

  /** Records how many tokens there are, and how many of them are unknown. */
  public RunManifest.Tokens counted(long all, long unknown) {
    tokens = RunManifest.Tokens.of(all, unknown);
    return tokens;
  }

  /** Records how the effects of heads were measured. */
  public void measured(RunManifest.Effects how) {
    effects = how;
  }

  /** Takes over the state, the tables and the effects of the run that is resumed. */
  void resume(RunManifest before) {
    state = before.state();
    effects = before.effects();
    tables = before.tables() == null ? Map.of() : before.tables();
  }

  /**
   * Records that the tables in the folder are being replaced, so that none is known to be whole.
   */
  public void forgetTables() {
    tables = Map.of();
  }

  /** Records the tables in the folder as complete. */
  void keepTables() {
    tables = WholeTables.of(directory);
  }

  /** Returns the state that was written last. */
  public RunState state() {
    return state;
  }

  /**
   * Writes the state of the run.
   *
   * @param message a message about the state; null for none
   * @throws IllegalStateException if the state may not follow the one that was written last
   */
  public void write(RunState next, String message, RunManifest.Counts counts) {
    if (!next.mayFollow(state)) {
      throw new IllegalStateException("a run that is " + state + " cannot be " + next);
    }
    directory.write(
        plan.toBuilder()
            .state(next)
            .message(Secrets.hide(message))
            .counts(counts)
            .halfWidth(halfWidth)
            .annotation(annotation)
            .tokens(tokens)
            .effects(effects)
            .stages(stages)
            .tables(tables)
            .build());
    state = next;
  }

  private static String version() {
    String version = RunRecord.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
