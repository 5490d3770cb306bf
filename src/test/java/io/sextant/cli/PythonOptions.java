package io.sextant.cli;

import io.sextant.config.SettingsReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Generates {@code sextant/_options.py}, the keywords of Python, from the flags of commands. */
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
    Map<String, OptionSpec> profile = options(new ProfileCommand());
    Map<String, OptionSpec> effects = options(new EffectsCommand());
    return """
        # Generated from the flags of the commands: mvn test -Dtest=PythonOptionsTest -Ddocuments.write=true
        \"""The keywords of :func:`sextant.profile` and of :meth:`sextant.Run.effects`.\"""

        from __future__ import annotations

        from collections.abc import Sequence
        from typing import TypedDict


        class Options(TypedDict, total=False):
            \"""What a run may be told; docs/settings.md says more of each.\"""

        %s

        class EffectsOptions(TypedDict, total=False):
            \"""What the measurement of effects may be told.\"""

        %s

        SETTINGS: dict[str, tuple[str, object]] = {
        %s}
        \"""The setting that each keyword sets, and its value if the keyword is a switch; None for the keyword's own.\"""

        EFFECTS_SETTINGS: dict[str, tuple[str, object]] = {
        %s}
        \"""The same for the keywords of effects.\"""
        """
        .formatted(
            lines(profile, PythonOptions::field),
            lines(effects, PythonOptions::field),
            lines(profile, PythonOptions::setting),
            lines(effects, PythonOptions::setting));
  }

  /** Returns the flags of a command that set something, by the names of their keywords. */
  private static Map<String, OptionSpec> options(Object command) {
    return new CommandLine(command)
        .getCommandSpec().options().stream()
            .filter(option -> GivenSettings.of(option).isPresent())
            .filter(option -> !PARAMETERS.contains(option.longestName()))
            .collect(
                Collectors.toMap(
                    option -> option.longestName().substring(2).replace('-', '_'),
                    option -> option,
                    (a, b) -> a,
                    TreeMap::new));
  }

  private static String lines(
      Map<String, OptionSpec> options, BiFunction<String, OptionSpec, String> line) {
    return options.entrySet().stream()
        .map(option -> line.apply(option.getKey(), option.getValue()))
        .collect(Collectors.joining());
  }

  private static String field(String name, OptionSpec option) {
    return "    %s: %s\n    \"\"\"%s\"\"\"\n"
        .formatted(name, TYPES.get(option.type()), help(option));
  }

  private static String setting(String name, OptionSpec option) {
    Sets sets = GivenSettings.of(option).orElseThrow();
    String fixed = sets.to().isEmpty() ? offIfSwitch(option) : '"' + sets.to() + '"';
    return "    \"%s\": (\"%s\", %s),\n".formatted(name, sets.value(), fixed);
  }

  /** Returns the value of a switch that turns something off; None for any other option. */
  private static String offIfSwitch(OptionSpec option) {
    return "true".equals(option.defaultValue()) ? "False" : "None";
  }

  private static String help(OptionSpec option) {
    String text =
        option.description().length == 0
            ? SettingsReference.summary(GivenSettings.of(option).orElseThrow().value())
            : option.description()[0];
    return text.replace("\\", "\\\\");
  }
}
