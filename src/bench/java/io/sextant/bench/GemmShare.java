package io.sextant.bench;

import io.sextant.attention.AttentionModel;
import io.sextant.bert.BertConfig;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures which share of the processor's rate of matrix products the whole forward pass reaches.
 */
final class GemmShare {
  private static final int LAPS = 30;

  private final AttentionModel model;
  private final BertConfig config;
  private final int rounds;

  GemmShare(AttentionModel model, BertConfig config, int rounds) {
    this.model = model;
    this.config = config;
    this.rounds = rounds;
  }

  /**
   * The measurements, in operations per second.
   *
   * @param needed the rate of the forward pass: the operations that the pairs need, divided by its
   *     time
   * @param products the rate of the linear layers' products alone, measured before and after the
   *     forward pass
   */
  record Result(Median needed, double products, double share) implements Finding {

    @Override
    public void print(PrintStream out) {
      out.printf(
          "  needed operations over what its products alone reach: %.1f of %.1f GFLOP/s, %.0f %%%n",
          needed.middle() / 1e9, products / 1e9, 100 * share);
    }
  }

  Result run(PairSet set) {
    double flop = set.pairs().stream().mapToDouble(pair -> flop(pair.size())).sum();
    GemmRate rate = new GemmRate(model.precision(), LAPS);
    List<Double> needed = new ArrayList<>();
    List<Double> products = new ArrayList<>();
    try (Engine engine = new SextantEngine(model, config)) {
      engine.run(set);
      for (int round = 0; round < rounds; round++) {
        products.add(rate.run(config));
        needed.add(flop / engine.run(set).processorSeconds());
      }
    }
    Median reached = Median.of(needed);
    double most = Median.of(products).middle();
    return new Result(reached, most, reached.middle() / most);
  }

  /**
   * Returns the operations that a pair of n tokens needs; the last layer is computed only up to its
   * weights.
   */
  private double flop(int n) {
    double hidden = config.hidden();
    double looks = 4 * n * hidden * hidden + 2. * n * n * hidden;
    double moves = 4 * n * hidden * (hidden + config.intermediate()) + 2. * n * n * hidden;
    return config.layers() * looks + (config.layers() - 1) * moves;
  }
}
