package io.sextant.job.input;

import io.sextant.config.InputSettings;
import io.sextant.fault.UsageException;
import io.sextant.job.input.delimited.Dialect;
import io.sextant.job.input.file.InputFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Refuses options that are given but do not apply to the input's format. */
final class InputOptions {
  private InputOptions() {}

  /**
   * Checks the options for columns and text against the format.
   *
   * @throws UsageException if an option does not apply; the message names the first
   */
  static void check(InputSettings settings, InputFormat format) {
    Map<String, String> given = new LinkedHashMap<>();
    given.put("sentence-a", settings.sentenceA());
    given.put("sentence-b", settings.sentenceB());
    given.put("id", settings.id());
    given.put("group", settings.group());
    given.put("text", settings.text());
    given.put("encoding", settings.textFiles().encoding());
    given.put("separator", settings.textFiles().separator());
    given.put("quote", settings.textFiles().quote());
    given.values().removeIf(value -> value == null);
    for (String option : given.keySet()) {
      if (!format.takes(option)) {
        throw new UsageException(
            "--" + option + " has no meaning with the format " + format.key() + ": leave it out");
      }
    }
    for (String option : new String[] {"sentence-a", "sentence-b", "group"}) {
      if (settings.text() != null && given.containsKey(option)) {
        throw new UsageException(
            "--"
                + option
                + " has no meaning with --text: its documents are cut into pairs, and each is a"
                + " group");
      }
    }
    if (settings.singles() && !format.hasPairs()) {
      throw new UsageException(
          "--singles has no meaning with the format "
              + format.key()
              + ", whose texts are single already: leave it out");
    }
    Dialect.of(format, settings.textFiles());
    Dialect.encoding(settings.textFiles());
  }
}
