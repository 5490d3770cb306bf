package io.sextant.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.sextant.fault.Suggestion;
import io.sextant.fault.UsageException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The keys that {@code reference.conf} has; all others are refused by name. */
final class KnownKeys {
  private static final String ROOT = "sextant.";

  private final Set<String> keys = new TreeSet<>();

  private KnownKeys() {}

  static KnownKeys of(Config reference) {
    KnownKeys known = new KnownKeys();
    known.collect("", reference.root(), known.keys);
    return known;
  }

  void check(Config given) {
    Set<String> found = new TreeSet<>();
    collect("", given.root(), found);
    found.removeAll(keys);
    if (!found.isEmpty()) {
      throw new UsageException(unknown(found.iterator().next()));
    }
  }

  /** Keys as the command line has them, but for one that lacks the beginning it needs in a file. */
  private String unknown(String key) {
    int plain = key.startsWith(ROOT) ? ROOT.length() : 0;
    List<String> known = keys.stream().map(name -> name.substring(plain)).toList();
    String name = key.substring(plain);
    String near = Suggestion.of(name, known);
    return "unknown setting "
        + name
        + (near.isEmpty() ? "; the settings are " + String.join(", ", known) : near);
  }

  private void collect(String prefix, ConfigObject object, Set<String> into) {
    for (Map.Entry<String, ConfigValue> entry : object.entrySet()) {
      String key = prefix + entry.getKey();
      if (entry.getValue() instanceof ConfigObject child) {
        collect(key + ".", child, into);
      } else {
        into.add(key);
      }
    }
  }
}
