package io.sextant.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import io.sextant.fault.BadInputException;
import io.sextant.fault.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Loads settings. Flags override a HOCON file, which overrides the defaults in {@code
 * reference.conf}.
 */
public final class SettingsLoader {
  private SettingsLoader() {}

  /**
   * Loads the settings of a run.
   *
   * @param file a HOCON file; null for none
   * @param flags the values that the command line sets, by key without the leading {@code sextant.}
   * @throws UsageException if a key is unknown, a value has the wrong type or is out of range, or
   *     the model, the input or the output is missing
   * @throws BadInputException if the file does not exist or is not HOCON
   */
  public static ProfileSettings load(Path file, Map<String, Object> flags) {
    Config fromFile = file == null ? ConfigFactory.empty() : parse(file);
    try {
      Config settings =
          config(flags).withFallback(fromFile).withFallback(SettingsReference.CONFIG).resolve();
      SettingsReference.check(settings);
      return SettingsBinder.bind(settings.getConfig("sextant"));
    } catch (ConfigException e) {
      throw new UsageException("bad setting: " + e.getMessage(), e);
    }
  }

  private static Config config(Map<String, Object> flags) {
    Config config = ConfigFactory.empty();
    for (Map.Entry<String, Object> flag : flags.entrySet()) {
      config =
          config.withValue(
              SettingsReference.ROOT + flag.getKey(),
              ConfigValueFactory.fromAnyRef(flag.getValue(), flag.getKey()));
    }
    return config;
  }

  private static Config parse(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BadInputException("there is no configuration file " + file);
    }
    try {
      return ConfigFactory.parseFile(file.toFile());
    } catch (ConfigException e) {
      throw new BadInputException(file + " is not a configuration file: " + e.getMessage(), e);
    }
  }
}
