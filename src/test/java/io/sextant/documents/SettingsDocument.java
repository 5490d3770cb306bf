package io.sextant.documents;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import java.io.File;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Generates {@code docs/settings.md} from the values and comments in {@code reference.conf}. */
final class SettingsDocument {
  private static final File REFERENCE = new File("src/main/resources/reference.conf");

  private SettingsDocument() {}

  /** Returns the document's text. */
  static String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # Settings

        Every setting is a key of a HOCON file (`--config FILE`), and `--set KEY=VALUE` sets any of them. Flags override the
        file, and the file overrides these defaults. A file holds the keys inside `sextant { ... }`. Unknown keys are refused.

        This page is generated from [reference.conf](../src/main/resources/reference.conf).

        | key | default | meaning |
        |---|---|---|
        """);
    append(text, "", ConfigFactory.parseFile(REFERENCE).getObject("sextant"), "");
    return text.toString();
  }

  private static void append(
      StringBuilder text, String prefix, ConfigObject settings, String inherited) {
    List<Map.Entry<String, ConfigValue>> entries =
        settings.entrySet().stream()
            .sorted(Comparator.comparingInt(entry -> entry.getValue().origin().lineNumber()))
            .toList();
    String last = inherited;
    for (Map.Entry<String, ConfigValue> entry : entries) {
      String key = prefix + entry.getKey();
      String own = comment(entry.getValue());
      // A comment applies to the settings that follow it, up to the next comment.
      last = own.isEmpty() ? last : own;
      if (entry.getValue() instanceof ConfigObject group) {
        append(text, key + ".", group, own.isEmpty() ? inherited : own);
      } else {
        String value = entry.getValue().render(ConfigRenderOptions.concise());
        text.append("| `%s` | `%s` | %s |%n".formatted(key, value, own.isEmpty() ? last : own));
      }
    }
  }

  private static String comment(ConfigValue value) {
    return value.origin().comments().stream()
        .map(String::strip)
        .collect(Collectors.joining(" "))
        .replace("|", "\\|");
  }
}
