package io.sextant.job;

import io.sextant.attention.AttentionOutputs;
import io.sextant.attention.Backend;
import io.sextant.attention.Precision;
import io.sextant.config.SettingsLoader;
import io.sextant.config.Thresholds;
import io.sextant.job.executor.TaskSettings;
import io.sextant.linguistics.Language;
import io.sextant.profile.exemplar.ExemplarLimits;
import io.sextant.profile.state.Unit;
import java.util.List;
import java.util.Map;

/** Settings of tasks for tests that run a single stage. */
final class Settings {
  private Settings() {}

  static TaskSettings of(String model, String fingerprint) {
    return new TaskSettings(
        new TaskSettings.Target("run", "run", "token", "absent"),
        new TaskSettings.Checkpoint(model, fingerprint, null, null),
        new TaskSettings.Engine(
            "onednn", Backend.of("onednn").isa(), Precision.F32, 0, 512, AttentionOutputs.WEIGHTS),
        Language.ENGLISH,
        .2,
        new TaskSettings.Measures(List.of(), List.of(Unit.TOKEN), List.of(), false, 0, 0, grades()),
        new ExemplarLimits(2, 48, 3));
  }

  /** Returns the default thresholds. */
  static Thresholds grades() {
    return SettingsLoader.load(
            null, Map.of("model", "any", "input.paths", List.of("any"), "output.path", "any"))
        .grades();
  }
}
