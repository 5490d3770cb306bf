package io.sextant.cli;

import io.sextant.fault.UsageException;
import java.lang.reflect.AnnotatedElement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Collects the settings that the flags of a command line set. */
final class GivenSettings {
  private GivenSettings() {}

  /**
   * Returns the values of the given flags, by the keys of their settings.
   *
   * @throws UsageException if a flag that takes one value is given twice, or two flags set the same
   *     setting
   */
  static Map<String, Object> of(ParseResult parsed) {
    requireOnce(parsed);
    Map<String, Object> settings = new LinkedHashMap<>();
    Map<String, String> flags = new HashMap<>();
    for (OptionSpec option : parsed.matchedOptionsSet()) {
      Optional<Sets> annotation = of(option);
      if (annotation.isPresent()) {
        Sets sets = annotation.get();
        settings.put(sets.value(), sets.to().isEmpty() ? option.getValue() : sets.to());
        String other = flags.put(sets.value(), option.longestName());
        if (other != null) {
          throw new UsageException(
              other + " and " + option.longestName() + " exclude each other: give one");
        }
      }
    }
    return settings;
  }

  /** Returns the setting that an option sets; empty if it sets none. */
  static Optional<Sets> of(OptionSpec option) {
    return option.userObject() instanceof AnnotatedElement field
        ? Optional.ofNullable(field.getAnnotation(Sets.class))
        : Optional.empty();
  }

  /** Refuses an option that is given twice. Picocli does not check this for options of a group. */
  private static void requireOnce(ParseResult parsed) {
    Set<String> names = new HashSet<>();
    for (OptionSpec option : parsed.matchedOptions()) {
      if (!names.add(option.longestName()) && !option.isMultiValue()) {
        throw new UsageException(option.longestName() + " is given twice: give it once");
      }
    }
  }
}
