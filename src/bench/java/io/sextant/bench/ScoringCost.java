package io.sextant.bench;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.AttentionRunner;
import io.sextant.bert.BertModel;
import io.sextant.profile.state.Unit;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the cost of all statistics in addition to the attention, on one thread: the bare runner,
 * without norms, is compared with a {@link WholeProfile} on the same pairs, in turns.
 */
final class ScoringCost {
  private static final int WARM_UP = 1;

  private final BertModel bert;
  private final AttentionModel model;
  private final int rounds;

  ScoringCost(BertModel bert, AttentionModel model, int rounds) {
    this.bert = bert;
    this.model = model;
    this.rounds = rounds;
  }

  /**
   * Milliseconds of CPU time per pair of one set.
   *
   * @param attention the bare runner
   * @param tokens the whole profiler, with scores between tokens
   * @param words the same, with scores between words too
   * @param tokensShare the time that the statistics add, divided by that of the attention
   * @param wordsShare the same, with scores between words too
   */
  record Cost(
      Median attention, Median tokens, Median words, Median tokensShare, Median wordsShare) {

    private String row(String set) {
      return "  %-10s %9.2f %9.2f %9.2f   %s   %s"
          .formatted(
              set,
              attention.middle(),
              tokens.middle(),
              words.middle(),
              percent(tokensShare),
              percent(wordsShare));
    }

    private static String percent(Median share) {
      return "%5.1f %% (%4.1f to %4.1f)"
          .formatted(100 * share.middle(), 100 * share.least(), 100 * share.greatest());
    }
  }

  /** The costs by set. */
  record Result(Map<String, Cost> costs) implements Finding {

    @Override
    public void print(PrintStream out) {
      out.println(
          "  ms a pair  attention    tokens and words   tokens on top         words on top");
      costs.forEach((set, cost) -> out.println(cost.row(set)));
    }
  }

  Result run(List<PairSet> sets) {
    Map<String, Cost> costs = new LinkedHashMap<>();
    try (AttentionRunner plain = model.newRunner();
        WholeProfile profile = new WholeProfile(bert, model, sets.get(0))) {
      sets.forEach(set -> costs.put(set.name(), run(set, plain, profile)));
    }
    return new Result(costs);
  }

  private Cost run(PairSet set, AttentionRunner plain, WholeProfile profile) {
    List<Double> attention = new ArrayList<>();
    List<Double> tokens = new ArrayList<>();
    List<Double> words = new ArrayList<>();
    List<Double> tokensShare = new ArrayList<>();
    List<Double> wordsShare = new ArrayList<>();
    for (int round = -WARM_UP; round < rounds; round++) {
      double bare = time(set, () -> plain.run(set.pairs(), (pair, layer, map) -> {}));
      double ofTokens = time(set, () -> profile.run(set, List.of(Unit.TOKEN)));
      double ofWords = time(set, () -> profile.run(set, List.of(Unit.TOKEN, Unit.WORD)));
      if (round >= 0) {
        attention.add(bare);
        tokens.add(ofTokens);
        words.add(ofWords);
        tokensShare.add(ofTokens / bare - 1);
        wordsShare.add(ofWords / bare - 1);
      }
    }
    return new Cost(
        Median.of(attention),
        Median.of(tokens),
        Median.of(words),
        Median.of(tokensShare),
        Median.of(wordsShare));
  }

  private static double time(PairSet set, Runnable lap) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    lap.run();
    long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    return (end - start) / 1e6 / set.pairs().size();
  }
}
