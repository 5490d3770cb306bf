package io.sextant.export;

import io.sextant.table.RunManifest;

/**
 * A row of {@code runs}: what a run was, so that a dashboard can choose among runs. The columns are
 * those of the nested records, and are described in {@code schema/runs.json}.
 */
public record RunRow(
    String runId,
    ModelColumns modelColumns,
    InputColumns inputColumns,
    StateColumns stateColumns,
    EngineColumns engineColumns,
    PairColumns pairColumns,
    VersionColumns versionColumns) {

  public record ModelColumns(
      String model, String modelPath, String modelFingerprint, int layers, int heads, int hidden) {}

  public record InputColumns(String input, String inputFormat, String inputFingerprint) {}

  public record StateColumns(String status, String message, String started, double seconds) {}

  public record EngineColumns(String backend, String precision) {}

  public record PairColumns(
      long pairsIn,
      long pairsProfiled,
      long pairsRejected,
      long pairsNotRead,
      long pairsTruncated) {}

  public record VersionColumns(String sextantVersion, String sparkVersion) {}

  static RunRow of(RunManifest run) {
    RunManifest.Model model = run.model();
    RunManifest.Counts counts = run.counts();
    return new RunRow(
        run.runId(),
        new ModelColumns(
            model.name(),
            model.path(),
            model.fingerprint(),
            model.layers(),
            model.heads(),
            model.hidden()),
        new InputColumns(
            String.join(" ", run.input().paths()), run.input().format(), run.input().fingerprint()),
        new StateColumns(
            run.status(),
            run.message(),
            run.started(),
            run.stages().values().stream().mapToDouble(Double::doubleValue).sum()),
        new EngineColumns(run.engine().backend(), run.engine().precision()),
        new PairColumns(
            counts.in(),
            counts.profiled(),
            counts.rejected(),
            counts.notRead(),
            counts.truncated()),
        new VersionColumns(run.versions().get("sextant"), run.versions().get("spark")));
  }
}
