package io.sextant.profile.state;

import io.sextant.fault.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What queries and keys are; the {@code unit} column. */
public enum Unit {
  /** Tokens. */
  TOKEN,
  /** Words; see {@code WordAttention}. */
  WORD;

  /** As it stands in tables and settings. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The units of these keys, in their order here.
   *
   * @throws UsageException if a key is unknown, or {@code token} is not among them: rejects,
   *     exemplars and labels stand on it
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
