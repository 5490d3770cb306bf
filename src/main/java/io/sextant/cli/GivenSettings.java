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

/** The settings that the flags of a command line set. */
final class GivenSettings {
  private GivenSettings() {}

  /**
   * The values of the flags that were given, by the keys of their settings.
   *
   * @throws UsageException if a flag of one value is given twice, or two flags set one setting
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

  /** The setting that an option sets, if it sets one. */
  static Optional<Sets> of(OptionSpec option) {
    return option.userObject() instanceof AnnotatedElement field
        ? Optional.ofNullable(field.getAnnotation(Sets.class))
        : Optional.empty();
  }

  /** Picocli itself takes an option of a group as often as it is given. */
  private static void requireOnce(ParseResult parsed) {
    Set<String> names = new HashSet<>();
    for (OptionSpec option : parsed.matchedOptions()) {
      if (!names.add(option.longestName()) && !option.isMultiValue()) {
        throw new UsageException(option.longestName() + " is given twice: give it once");
      }
    }
  }
}
