package io.sextant.bench;

import io.sextant.bench.Engine.Lap;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures pairs per second of every engine on every set, on one thread each. Engines alternate
 * within a round. Seconds are CPU time of the thread, which is close to wall time on an idle
 * machine; on a shared machine, time used by other processes does not count.
 */
final class Throughput {
  /** The allowed difference between two engines' metrics (bfloat16 differs by almost as much). */
  private static final double AGREEMENT = 2e-2;

  private final List<Engine> engines;
  private final int rounds;
  private final PrintStream out;
  private final String metric;

  /** Measures engines that must find the same shares of the pattern {@code next}. */
  Throughput(List<Engine> engines, int rounds, PrintStream out) {
    this(engines, rounds, out, "next");
  }

  /**
   * Measures engines.
   *
   * @param metric the one by which the engines must agree
   */
  Throughput(List<Engine> engines, int rounds, PrintStream out, String metric) {
    this.metric = metric;
    this.engines = engines;
    this.rounds = rounds;
    this.out = out;
  }

  /** Returns pairs per second by set and engine. */
  Map<String, Map<String, Median>> run(List<PairSet> sets) {
    Map<String, Map<String, Median>> results = new LinkedHashMap<>();
    for (PairSet set : sets) {
      out.printf(
          "%n%s: %d pairs, %.1f tokens on average, %d rounds%n",
          set.name(), set.pairs().size(), set.tokens() / (double) set.pairs().size(), rounds);
      results.put(set.name(), run(set));
    }
    return results;
  }

  private Map<String, Median> run(PairSet set) {
    Map<String, List<Double>> laps = new LinkedHashMap<>();
    Lap reference = null;
    engines.forEach(engine -> engine.run(set));
    for (int round = 0; round < rounds; round++) {
      for (Engine engine : engines) {
        Lap lap = engine.run(set);
        laps.computeIfAbsent(engine.name(), absent -> new ArrayList<>())
            .add(set.pairs().size() / lap.processorSeconds());
        reference = reference == null ? lap : reference;
        requireSame(reference, lap, engine.name());
      }
    }
    Map<String, Median> medians = new LinkedHashMap<>();
    for (Engine engine : engines) {
      Median median = Median.of(laps.get(engine.name()));
      medians.put(engine.name(), median);
      out.printf(
          "  %-24s %8.2f pairs/s of processor time  (%.2f to %.2f)%n",
          engine.name(), median.middle(), median.least(), median.greatest());
    }
    return medians;
  }

  private void requireSame(Lap reference, Lap lap, String name) {
    double[][] expected = reference.shares().get(metric);
    double[][] found = lap.shares().get(metric);
    for (int layer = 0; layer < expected.length; layer++) {
      for (int head = 0; head < expected[layer].length; head++) {
        if (Math.abs(expected[layer][head] - found[layer][head]) > AGREEMENT) {
          throw new IllegalStateException(
              "%s finds %.4f for %s of (%d,%d), the first engine %.4f"
                  .formatted(name, found[layer][head], metric, layer, head, expected[layer][head]));
        }
      }
    }
  }
}
