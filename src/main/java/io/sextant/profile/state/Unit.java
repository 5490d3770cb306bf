package io.sextant.profile.state;

import io.sextant.fault.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What queries and keys are: the values of the column {@code unit}. */
public enum Unit {
  /** Tokens of the model's vocabulary. */
  TOKEN,
  /** Words; see {@code WordAttention}. */
  WORD;

  /** Returns the unit's value in tables and settings. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the units with the given keys, in the order of this enum.
   *
   * @throws UsageException if a key is unknown, or {@code token} is missing, because rejects,
   *     exemplars and labels need it
   */
  public static List<Unit> named(List<String> keys) {
    TreeSet<Unit> units = new TreeSet<>();
    for (String key : keys) {
      units.add(
          Arrays.stream(values())
              .filter(unit -> unit.key().equals(key))
              .findFirst()
              .orElseThrow(
                  () -> new UsageException("no unit '" + key + "'; the units are " + keys())));
    }
    if (!units.contains(TOKEN)) {
      throw new UsageException("units are " + keys + ": token must be among them");
    }
    return List.copyOf(units);
  }

  private static String keys() {
    return Arrays.stream(values()).map(Unit::key).collect(Collectors.joining(", "));
  }
}
