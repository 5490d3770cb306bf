package io.sextant.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import io.sextant.fault.Suggestion;
import io.sextant.fault.UsageException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads {@code reference.conf}, which has the key, the default and the documentation of every
 * setting.
 */
public final class SettingsReference {
  static final String ROOT = "sextant.";
  static final Config CONFIG =
      ConfigFactory.parseResources(SettingsReference.class, "/reference.conf");

  /** The settings by key, including the leading {@code sextant.}. */
  private static final Map<String, ConfigValue> SETTINGS = settings(CONFIG.root());

  /** Defaults that help does not show, because they turn something off. */
  private static final Set<String> NOTHING = Set.of("null", "[]", "false", "0");

  private SettingsReference() {}

  /**
   * Returns the help of a setting: the first sentence of its comment, and its default if it has
   * one.
   *
   * @param key the key without the leading {@code sextant.}
   */
  public static String summary(String key) {
    ConfigValue setting = SETTINGS.get(ROOT + key);
    String comment = String.join("", setting.origin().comments()).strip();
    String value = setting.render(ConfigRenderOptions.concise());
    return comment.split("(?<=\\.) ", 2)[0]
        + (NOTHING.contains(value) ? "" : " Default: " + value.replaceAll("[\"\\[\\]]", "") + ".");
  }

  /**
   * Checks that all settings are in the reference.
   *
   * @throws UsageException if a setting is unknown, or is null though its default is not
   */
  static void check(Config given) {
    settings(given.root())
        .forEach(
            (key, value) -> {
              if (!SETTINGS.containsKey(key)) {
                throw new UsageException(unknown(key));
              }
              if (isNull(value) && !isNull(SETTINGS.get(key))) {
                throw new UsageException(
                    key.substring(ROOT.length()) + " is null: give it a value, or leave it out");
              }
            });
  }

  private static boolean isNull(ConfigValue value) {
    return value.valueType() == ConfigValueType.NULL;
  }

  /**
   * Returns the message for an unknown key. Keys are shown as the command line has them. If the key
   * lacks the leading {@code sextant.} that it needs in a file, they are shown with it.
   */
  private static String unknown(String key) {
    int plain = key.startsWith(ROOT) ? ROOT.length() : 0;
    List<String> known = SETTINGS.keySet().stream().map(name -> name.substring(plain)).toList();
    String name = key.substring(plain);
    String near = Suggestion.of(name, known);
    return "unknown setting "
        + name
        + (near.isEmpty() ? "; the settings are " + String.join(", ", known) : near);
  }

  private static Map<String, ConfigValue> settings(ConfigObject object) {
    Map<String, ConfigValue> settings = new TreeMap<>();
    object.forEach(
        (key, value) -> {
          if (value instanceof ConfigObject group) {
            settings(group).forEach((below, setting) -> settings.put(key + "." + below, setting));
          } else {
            settings.put(key, value);
          }
        });
    return settings;
  }
}
