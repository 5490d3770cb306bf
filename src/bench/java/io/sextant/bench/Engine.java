package io.sextant.bench;

import java.util.Map;

/** Something that runs the pairs of a set, one thread, and folds their maps into a few metrics. */
interface Engine extends AutoCloseable {

  /** Name in tables, e.g. {@code sextant-f32}. */
  String name();

  /** Runs a set once. */
  Lap run(PairSet set);

  @Override
  void close();

  /**
   * One run over a set.
   *
   * @param seconds wall time, tokenizing excluded
   * @param processorSeconds time that the engine's one thread ran on a processor
   * @param shares by metric: mean over queries, [layer][head]
   */
  record Lap(double seconds, double processorSeconds, Map<String, double[][]> shares) {}
}
