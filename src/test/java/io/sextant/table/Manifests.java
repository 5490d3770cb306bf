package io.sextant.table;

import java.util.List;
import java.util.Map;

/** Manifests of runs that do not exist. */
public final class Manifests {
  private Manifests() {}

  /** Returns the manifest of a successful run of a model with one head. */
  public static RunManifestBuilder small() {
    return new RunManifestBuilder()
        .runId("0123456789abcdef")
        .state(RunState.SUCCEEDED)
        .started("2026-11-23T20:15:00Z")
        .model(new RunManifest.Model("m", "/m", "f", null, null, 1, 1, 8))
        .input(new RunManifest.Input(List.of("x.tsv"), "tsv", "f", "p"))
        .engine(new RunManifest.Engine("onednn", "f32", "avx2", 1))
        .counts(new RunManifest.Counts(1, 0, 0, 1, 0, 1, 0))
        .configuration(Map.of())
        .versions(Map.of("tables", RunManifest.TABLES_VERSION))
        .stages(Map.of());
  }
}
