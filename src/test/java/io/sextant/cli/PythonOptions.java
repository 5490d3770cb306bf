package io.sextant.cli;

import io.sextant.config.SettingsReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Generates {@code sextant/_options.py}, the keywords of Python, from the flags of profile. */
final class PythonOptions {
  /** Flags that Python's functions have as parameters of their own. */
  private static final Set<String> PARAMETERS = Set.of("--model", "--input", "--output");

  private static final Map<Class<?>, String> TYPES =
      Map.of(
          String.class, "str",
          boolean.class, "bool",
          Integer.class, "int",
          Double.class, "float",
          List.class, "Sequence[str]");

  private PythonOptions() {}

  /** Returns the module's text. */
  static String text() {
    Map<String, OptionSpec> options = new TreeMap<>();
    for (OptionSpec option : new CommandLine(new ProfileCommand()).getCommandSpec().options()) {
      if (GivenSettings.of(option).isPresent() && !PARAMETERS.contains(option.longestName())) {
        options.put(option.longestName().substring(2).replace('-', '_'), option);
      }
    }
    StringBuilder types = new StringBuilder();
    StringBuilder keys = new StringBuilder();
    options.forEach(
        (name, option) -> {
          Sets sets = GivenSettings.of(option).orElseThrow();
          types.append(
              "    %s: %s\n    \"\"\"%s\"\"\"\n"
                  .formatted(name, TYPES.get(option.type()), help(option, sets)));
          String fixed =
              sets.to().isEmpty()
                  ? "false".equals(given(option)) ? "False" : "None"
                  : '"' + sets.to() + '"';
          keys.append("    \"%s\": (\"%s\", %s),\n".formatted(name, sets.value(), fixed));
        });
    return """
        # Generated from the flags of `sextant profile`: mvn test -Dtest=PythonOptionsTest -Ddocuments.write=true
        \"""The keywords of :func:`sextant.profile`.\"""

        from __future__ import annotations

        from collections.abc import Sequence
        from typing import TypedDict


        class Options(TypedDict, total=False):
            \"""What a run may be told; docs/settings.md says more of each.\"""

        %s


        SETTINGS: dict[str, tuple[str, object]] = {
        %s}
        \"""The setting that each keyword sets, and its value if the keyword is a switch; None for the keyword's own.\"""
        """
        .formatted(types.toString().stripTrailing(), keys);
  }

  /** Returns the value of a switch that is given; null for an option that takes a value. */
  private static String given(OptionSpec option) {
    return "true".equals(option.defaultValue()) ? "false" : null;
  }

  private static String help(OptionSpec option, Sets sets) {
    String text =
        option.description().length == 0
            ? SettingsReference.summary(sets.value())
            : option.description()[0];
    return text.replace("\\", "\\\\");
  }
}
