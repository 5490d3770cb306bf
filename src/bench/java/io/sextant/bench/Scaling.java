package io.sextant.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Compares two tasks on two cores with one task on one core; each task runs the whole set. */
final class Scaling {
  private final Supplier<Engine> engines;
  private final int rounds;

  Scaling(Supplier<Engine> engines, int rounds) {
    this.engines = engines;
    this.rounds = rounds;
  }

  /**
   * The measurements, in pairs per second.
   *
   * @param factor two divided by one, the median of the rounds
   */
  record Result(Median one, Median two, Median factor) implements Finding {

    @Override
    public void print(PrintStream out) {
      out.printf(
          "  two tasks on two cores over one: %.2f (%.2f to %.2f)%n",
          factor.middle(), factor.least(), factor.greatest());
    }
  }

  Result run(PairSet set) throws Exception {
    List<Double> one = new ArrayList<>();
    List<Double> two = new ArrayList<>();
    List<Double> factor = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (Engine first = engines.get();
        Engine second = engines.get()) {
      together(threads, set, List.of(first, second));
      for (int round = 0; round < rounds; round++) {
        one.add(together(threads, set, List.of(first)));
        two.add(together(threads, set, List.of(first, second)));
        factor.add(two.get(round) / one.get(round));
      }
    } finally {
      threads.shutdown();
    }
    return new Result(Median.of(one), Median.of(two), Median.of(factor));
  }

  private static double together(ExecutorService threads, PairSet set, List<Engine> engines)
      throws Exception {
    long start = System.nanoTime();
    List<Callable<Engine.Lap>> tasks = new ArrayList<>();
    engines.forEach(engine -> tasks.add(() -> engine.run(set)));
    for (Future<Engine.Lap> lap : threads.invokeAll(tasks)) {
      lap.get();
    }
    return engines.size() * set.pairs().size() / ((System.nanoTime() - start) / 1e9);
  }
}
