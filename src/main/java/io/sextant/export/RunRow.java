package io.sextant.export;

import io.sextant.table.RunManifest;

/**
 * A row of the table {@code runs}, which describes a run so that a dashboard can choose among runs.
 * The columns are described in {@code schema/runs.json}.
 */
public record RunRow(
    String runId,
    String model,
    String modelPath,
    String modelFingerprint,
    int layers,
    int heads,
    int hidden,
    String input,
    String inputFormat,
    String inputFingerprint,
    String status,
    String message,
    String started,
    double seconds,
    String backend,
    String precision,
    long pairsIn,
    long pairsProfiled,
    long pairsRejected,
    long pairsNotRead,
    long pairsTruncated,
    String sextantVersion,
    String sparkVersion) {

  static RunRow of(RunManifest run) {
    return new RunRow(
        run.runId(),
        run.model().name(),
        run.model().path(),
        run.model().fingerprint(),
        run.model().layers(),
        run.model().heads(),
        run.model().hidden(),
        String.join(" ", run.input().paths()),
        run.input().format(),
        run.input().fingerprint(),
        run.status(),
        run.message(),
        run.started(),
        run.stages().values().stream().mapToDouble(Double::doubleValue).sum(),
        run.engine().backend(),
        run.engine().precision(),
        run.counts().in(),
        run.counts().profiled(),
        run.counts().rejected(),
        run.counts().notRead(),
        run.counts().truncated(),
        run.versions().get("sextant"),
        run.versions().get("spark"));
  }
}
