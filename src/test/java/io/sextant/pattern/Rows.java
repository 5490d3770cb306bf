package io.sextant.pattern;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Targets as text, {@code query:key,key query:key}, for tests to read. */
final class Rows {
  private Rows() {}

  static String of(Targets targets) {
    return IntStream.range(0, targets.queries())
        .mapToObj(r -> targets.query(r) + ":" + keys(targets, r))
        .collect(Collectors.joining(" "));
  }

  private static String keys(Targets targets, int r) {
    return IntStream.range(0, 600)
        .filter(key -> targets.contains(r, key))
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(","));
  }
}
