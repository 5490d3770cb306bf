package io.sextant.bench;

import java.util.Map;

/** Runs the pairs of a set on one thread and aggregates their maps into a few metrics. */
interface Engine extends AutoCloseable {

  /** Returns the engine's name in tables, e.g. {@code sextant-f32}. */
  String name();

  /** Runs a set once. */
  Lap run(PairSet set);

  @Override
  void close();

  /**
   * The measurements of one run over a set.
   *
   * @param seconds wall time without tokenizing
   * @param processorSeconds CPU time of the engine's one thread
   * @param shares for each metric the mean over queries, [layer][head]
   */
  record Lap(double seconds, double processorSeconds, Map<String, double[][]> shares) {}
}
