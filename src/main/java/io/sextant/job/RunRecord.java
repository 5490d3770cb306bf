package io.sextant.job;

import io.sextant.bert.BertModel;
import io.sextant.config.ProfileSettings;
import io.sextant.config.Secrets;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps {@code run.json} up to date while a run goes on. */
final class RunRecord {
  private final RunDirectory directory;
  private final RunManifest plan;
  private final Map<String, Double> stages = new LinkedHashMap<>();
  private RunManifest.Annotation annotation;
  private RunManifest.Tokens tokens;

  private Double halfWidth;

  private RunRecord(RunDirectory directory, RunManifest plan) {
    this.directory = directory;
    this.plan = plan;
  }

  /** The record of a run that is about to start; nothing is written yet. */
  static RunRecord plan(
      RunDirectory directory,
      ProfileSettings settings,
      TaskSettings task,
      BertModel model,
      String format,
      Census census,
      ChunkPlan chunks,
      String sparkVersion) {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("sextant", version());
    versions.put("spark", sparkVersion);
    versions.put("java", Runtime.version().toString());
    return new RunRecord(
        directory,
        new RunManifest(
            task.runId(),
            "planned",
            null,
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
            new RunManifest.Model(
                settings.modelName() == null ? model.name() : settings.modelName(),
                Secrets.hide(settings.model()),
                model.fingerprint(),
                task.maskedLmFingerprint(),
                model.config().layers(),
                model.config().heads(),
                model.config().hidden()),
            new RunManifest.Input(
                Secrets.hide(settings.input().paths()), format, census.fingerprint()),
            new RunManifest.Engine(task.backend(), task.precision().label()),
            new RunManifest.Counts(census.rows(), 0, 0, census.rows(), 0, chunks.chunks(), 0),
            null,
            null,
            Secrets.hide(settings.effective()),
            versions,
            Map.of()));
  }

  RunManifest manifest() {
    return plan;
  }

  /** Keeps the wall time of a stage that began at that {@link System#nanoTime}. */
  void took(String stage, long start) {
    stages.put(stage, (System.nanoTime() - start) / 1e9);
  }

  /** Keeps the half-width that the run has reached; infinite if it cannot be told yet. */
  void reached(double widest) {
    halfWidth = Double.isInfinite(widest) ? null : widest;
  }

  /** Keeps how the annotation fits the text. */
  void annotated(long words, long mismatchedWords) {
    annotation = new RunManifest.Annotation(words, mismatchedWords);
  }

  /** Keeps how many tokens there are, and how many are unknown. */
  RunManifest.Tokens counted(long all, long unknown) {
    tokens = RunManifest.Tokens.of(all, unknown);
    return tokens;
  }

  /** Writes how the run stands. */
  void write(String status, String message, RunManifest.Counts counts) {
    directory.write(
        new RunManifest(
            plan.runId(),
            status,
            Secrets.hide(message),
            plan.started(),
            plan.model(),
            plan.input(),
            plan.engine(),
            counts,
            halfWidth,
            annotation,
            tokens,
            plan.configuration(),
            plan.versions(),
            stages));
  }

  private static String version() {
    String version = RunRecord.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
