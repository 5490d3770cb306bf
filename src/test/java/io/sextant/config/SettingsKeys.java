package io.sextant.config;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.io.File;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The keys of the settings in the records and in the reference configuration. */
public final class SettingsKeys {
  private static final File REFERENCE = new File("src/main/resources/reference.conf");

  private SettingsKeys() {}

  /** Returns the components of the records by the keys from which they are bound. */
  public static Map<String, RecordComponent> ofRecords() {
    return components("", ProfileSettings.class);
  }

  /** Returns the keys of the reference configuration. */
  static Set<String> ofReference() {
    return keys("", ConfigFactory.parseFile(REFERENCE).getObject("sextant"));
  }

  private static Map<String, RecordComponent> components(String prefix, Class<?> type) {
    Map<String, RecordComponent> components = new TreeMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String key = prefix + new KebabCaseStrategy().translate(component.getName());
      if (component.getType().isRecord()) {
        components.putAll(components(key + ".", component.getType()));
      } else if (component.getType() != Map.class) {
        components.put(key, component);
      }
    }
    return components;
  }

  private static Set<String> keys(String prefix, ConfigObject group) {
    Set<String> keys = new TreeSet<>();
    for (Map.Entry<String, ConfigValue> entry : group.entrySet()) {
      String key = prefix + entry.getKey();
      if (entry.getValue() instanceof ConfigObject below) {
        keys.addAll(keys(key + ".", below));
      } else {
        keys.add(key);
      }
    }
    return keys;
  }
}
