package io.sextant.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.sextant.fault.Suggestion;
import io.sextant.fault.UsageException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The keys that {@code reference.conf} has; all others are refused by name. */
final class KnownKeys {
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
      String first = found.iterator().next();
      String near = Suggestion.of(first, keys);
      throw new UsageException(
          "unknown setting "
              + first
              + (near.isEmpty() ? "; the settings are " + String.join(", ", keys) : near));
    }
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
