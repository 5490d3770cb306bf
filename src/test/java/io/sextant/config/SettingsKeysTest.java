package io.sextant.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every setting is a component of a record and a key of the reference configuration. */
class SettingsKeysTest {

  @Test
  void everyKeyOfTheReferenceIsAComponent() {
    assertThat(SettingsKeys.ofRecords().keySet()).containsAll(SettingsKeys.ofReference());
  }

  /** A record that is used for several groups may have a component that some of them lack. */
  @Test
  void everyComponentHasAKeyInTheReference() {
    Set<String> keys = SettingsKeys.ofReference();
    assertThat(
            SettingsKeys.ofRecords().values().stream()
                .map(Object::toString)
                .collect(Collectors.toSet()))
        .isEqualTo(
            SettingsKeys.ofRecords().entrySet().stream()
                .filter(entry -> keys.contains(entry.getKey()))
                .map(entry -> entry.getValue().toString())
                .collect(Collectors.toSet()));
  }
}
