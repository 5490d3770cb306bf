package io.sextant.testing;

import io.sextant.config.InputSettings;
import io.sextant.config.SettingsLoader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Creates input settings for tests. */
public final class Inputs {
  private Inputs() {}

  /**
   * Returns the settings of an input.
   *
   * @param options keys of {@code sextant.input}, each followed by its value
   */
  public static InputSettings of(String path, Object... options) {
    Map<String, Object> settings = new HashMap<>(Map.of("model", "none", "output.path", "none"));
    settings.put("input.paths", List.of(path));
    settings.put("input.max-reject-rate", 1);
    for (int i = 0; i < options.length; i += 2) {
      settings.put("input." + options[i], options[i + 1]);
    }
    return SettingsLoader.load(null, settings).input();
  }
}
