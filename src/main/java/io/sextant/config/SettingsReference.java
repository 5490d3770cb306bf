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

/** {@code reference.conf}: the key, the default and the documentation of every setting. */
public final class SettingsReference {
  static final String ROOT = "sextant.";
  static final Config CONFIG =
      ConfigFactory.parseResources(SettingsReference.class, "/reference.conf");

  /** The settings by key, with the root. */
  private static final Map<String, ConfigValue> SETTINGS = settings(CONFIG.root());

  /** Defaults that leave something out. */
  private static final Set<String> NOTHING = Set.of("null", "[]", "false", "0");

  private SettingsReference() {}

  /**
   * The help of a setting: the first sentence of its comment, and its default if it has one.
   *
   * @param key without the leading {@code sextant.}
   */
  public static String summary(String key) {
    ConfigValue setting = SETTINGS.get(ROOT + key);
    String comment = String.join("", setting.origin().comments()).strip();
    String value = setting.render(ConfigRenderOptions.concise());
    return comment.split("(?<=\\.) ", 2)[0]
        + (NOTHING.contains(value) ? "" : " Default: " + value.replaceAll("[\"\\[\\]]", "") + ".");
  }

  /**
   * Holds settings against the reference.
   *
   * @throws UsageException if one is unknown, or null though its default is not
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

  /** Keys as the command line has them, but for one that lacks the beginning it needs in a file. */
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
