package io.sextant.bench;

import io.sextant.config.ProfileSettings;
import io.sextant.config.SettingsLoader;
import java.util.List;
import java.util.Map;

/** The default settings of a job. */
final class JobDefaults {
  /** The settings of {@code reference.conf}; model, input and output are placeholders. */
  static final ProfileSettings SETTINGS =
      SettingsLoader.load(
          null, Map.of("model", "none", "input.paths", List.of("none"), "output.path", "none"));

  /** The number of tokens in a batch. */
  static final int BATCH_TOKENS = SETTINGS.attention().batchTokens();

  private JobDefaults() {}
}
