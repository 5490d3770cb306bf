package io.sextant.pattern;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads targets; as text they are {@code query:key,key query:key}. */
final class Rows {
  private Rows() {}

  static String of(Targets targets) {
    return IntStream.range(0, targets.queries())
        .mapToObj(r -> targets.query(r) + ":" + keys(targets, r))
        .collect(Collectors.joining(" "));
  }

  private static String keys(Targets targets, int r) {
    return IntStream.range(0, 600)
        .filter(key -> contains(targets, r, key))
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(","));
  }

  /** Returns whether a key is a target of the r-th eligible query. */
  static boolean contains(Targets targets, int r, int key) {
    return IntStream.range(targets.firstRange(r), targets.firstRange(r + 1))
        .anyMatch(range -> key >= targets.start(range) && key < targets.end(range));
  }

  /**
   * Returns m(i), the attention of the r-th eligible query to its targets, from the n weights at
   * index {@code row}.
   */
  static double mass(Targets targets, int r, float[] weights, int row) {
    return IntStream.range(targets.firstRange(r), targets.firstRange(r + 1))
        .flatMap(range -> IntStream.range(targets.start(range), targets.end(range)))
        .mapToDouble(key -> weights[row + key])
        .sum();
  }
}
