package io.sextant.config;

import io.sextant.fault.UsageException;
import java.util.Map;
import java.util.TreeMap;

/** The settings of a run that exists, as {@code run.json} has them. */
public final class RunSettings {
  private static final int EFFECT_PAIRS = 64;

  private RunSettings() {}

  /**
   * Returns the settings with which the effects of heads are measured in a run.
   *
   * @param configuration the settings of the run by key
   * @param directory the directory of the run
   * @param given settings that replace those of the run
   * @throws UsageException if a value has the wrong type or is out of range, or the number of pairs
   *     is 0
   */
  public static ProfileSettings forEffects(
      Map<String, Object> configuration, String directory, Map<String, Object> given) {
    Map<String, Object> all = new TreeMap<>(configuration);
    all.put("output.path", directory);
    if (!(all.get("effects.pairs") instanceof Integer pairs) || pairs == 0) {
      all.put("effects.pairs", EFFECT_PAIRS);
    }
    all.putAll(given);
    ProfileSettings settings = SettingsLoader.load(null, all);
    if (!settings.effects().asked()) {
      throw new UsageException("--effect-pairs is 0: effects need at least one pair");
    }
    return settings;
  }
}
