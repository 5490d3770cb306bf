package io.sextant.table;

import java.util.List;
import java.util.Map;

/** Builds a {@link RunManifest}. Fields that are not set are null. */
public final class RunManifestBuilder {
  private String runId;
  private String status;
  private String message;
  private String started;
  private RunManifest.Model model;
  private List<Integer> windows;
  private String weightSample;
  private RunManifest.Input input;
  private RunManifest.Engine engine;
  private RunManifest.Counts counts;
  private Double halfWidth;
  private RunManifest.Annotation annotation;
  private RunManifest.Tokens tokens;
  private RunManifest.Effects effects;
  private Map<String, Object> configuration;
  private Map<String, String> versions;
  private Map<String, Double> stages;
  private Map<String, RunManifest.TableFiles> tables;

  public RunManifestBuilder runId(String value) {
    this.runId = value;
    return this;
  }

  public RunManifestBuilder state(RunState state) {
    this.status = state.status();
    return this;
  }

  public RunManifestBuilder message(String value) {
    this.message = value;
    return this;
  }

  public RunManifestBuilder started(String value) {
    this.started = value;
    return this;
  }

  public RunManifestBuilder model(RunManifest.Model value) {
    this.model = value;
    return this;
  }

  public RunManifestBuilder windows(List<Integer> value) {
    this.windows = value;
    return this;
  }

  public RunManifestBuilder weightSample(String value) {
    this.weightSample = value;
    return this;
  }

  public RunManifestBuilder input(RunManifest.Input value) {
    this.input = value;
    return this;
  }

  public RunManifestBuilder engine(RunManifest.Engine value) {
    this.engine = value;
    return this;
  }

  public RunManifestBuilder counts(RunManifest.Counts value) {
    this.counts = value;
    return this;
  }

  public RunManifestBuilder halfWidth(Double value) {
    this.halfWidth = value;
    return this;
  }

  public RunManifestBuilder annotation(RunManifest.Annotation value) {
    this.annotation = value;
    return this;
  }

  public RunManifestBuilder tokens(RunManifest.Tokens value) {
    this.tokens = value;
    return this;
  }

  public RunManifestBuilder effects(RunManifest.Effects value) {
    this.effects = value;
    return this;
  }

  public RunManifestBuilder configuration(Map<String, Object> value) {
    this.configuration = value;
    return this;
  }

  public RunManifestBuilder versions(Map<String, String> value) {
    this.versions = value;
    return this;
  }

  public RunManifestBuilder stages(Map<String, Double> value) {
    this.stages = value;
    return this;
  }

  public RunManifestBuilder tables(Map<String, RunManifest.TableFiles> value) {
    this.tables = value;
    return this;
  }

  public RunManifest build() {
    return new RunManifest(
        runId,
        status,
        message,
        started,
        model,
        windows,
        weightSample,
        input,
        engine,
        counts,
        halfWidth,
        annotation,
        tokens,
        effects,
        configuration,
        versions,
        stages,
        tables);
  }

  /** Sets all fields to those of a manifest. */
  RunManifestBuilder from(RunManifest manifest) {
    this.runId = manifest.runId();
    this.status = manifest.status();
    this.message = manifest.message();
    this.started = manifest.started();
    this.model = manifest.model();
    this.windows = manifest.windows();
    this.weightSample = manifest.weightSample();
    this.input = manifest.input();
    this.engine = manifest.engine();
    this.counts = manifest.counts();
    this.halfWidth = manifest.halfWidth();
    this.annotation = manifest.annotation();
    this.tokens = manifest.tokens();
    this.effects = manifest.effects();
    this.configuration = manifest.configuration();
    this.versions = manifest.versions();
    this.stages = manifest.stages();
    this.tables = manifest.tables();
    return this;
  }
}
