package io.sextant.config;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.typesafe.config.Config;
import io.sextant.fault.UsageException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Binds a configuration to the records of settings. The key of a component is its name in kebab
 * case.
 */
final class SettingsBinder {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .addModule(new HoconScalars())
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .withConfigOverride(
              List.class, list -> list.setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
          .build();

  private SettingsBinder() {}

  /**
   * Returns the settings of a complete configuration.
   *
   * @throws UsageException if a value has the wrong type or is out of range; the message names its
   *     key
   */
  static ProfileSettings bind(Config config) {
    Map<String, Object> effective = new TreeMap<>();
    config.entrySet().forEach(entry -> effective.put(entry.getKey(), entry.getValue().unwrapped()));
    ObjectNode tree = MAPPER.valueToTree(config.root().unwrapped());
    tree.set("effective", MAPPER.valueToTree(effective));
    try {
      return MAPPER.treeToValue(tree, ProfileSettings.class);
    } catch (JsonMappingException e) {
      throw new UsageException(BindingFault.explain(e, tree), e);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
