package io.sextant.bench;

import io.sextant.attention.AttentionMap;
import io.sextant.attention.AttentionModel;
import io.sextant.attention.AttentionOutputs;
import io.sextant.attention.AttentionRunner;
import io.sextant.attention.AttentionSink;
import io.sextant.attention.TaskScores;
import io.sextant.bert.BertModel;
import io.sextant.bert.Dense;
import io.sextant.bert.TaskHead;
import io.sextant.bert.TaskHead.Pooling;
import io.sextant.bert.Tensor;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures what the task head adds to the attention of a pair, on one thread, in turns: the rest of
 * the last layer, and the logits of three labels. The head's weights are zero, which costs the
 * same.
 */
final class TaskHeadCost {
  private static final int WARM_UP = 1;
  private static final List<String> LABELS = List.of("a", "b", "c");

  private final BertModel bert;
  private final AttentionModel model;
  private final int rounds;

  TaskHeadCost(BertModel bert, AttentionModel model, int rounds) {
    this.bert = bert;
    this.model = model;
    this.rounds = rounds;
  }

  /**
   * The cost in one set.
   *
   * @param attention milliseconds of processor time a pair without a task head
   * @param first the part that a head on the first token's state adds
   * @param mean the part that a head on the mean of all states adds
   */
  record Cost(Median attention, Median first, Median mean) {}

  /** The costs by set. */
  record Result(Map<String, Cost> costs) implements Finding {

    @Override
    public void print(PrintStream out) {
      out.println("  ms a pair  attention   head on the first token   on the mean");
      costs.forEach(
          (set, cost) ->
              out.printf(
                  Locale.ROOT,
                  "  %-10s %9.2f   %s   %s%n",
                  set,
                  cost.attention.middle(),
                  percent(cost.first),
                  percent(cost.mean)));
    }

    private static String percent(Median part) {
      return "%5.1f %% (%4.1f to %4.1f)"
          .formatted(100 * part.middle(), 100 * part.least(), 100 * part.greatest());
    }
  }

  Result run(List<PairSet> sets) {
    Map<String, Cost> costs = new LinkedHashMap<>();
    try (AttentionRunner plain = model.newRunner();
        AttentionRunner first = runner(Pooling.FIRST);
        AttentionRunner mean = runner(Pooling.MEAN)) {
      sets.forEach(set -> costs.put(set.name(), run(set, List.of(plain, first, mean))));
    }
    return new Result(costs);
  }

  private AttentionRunner runner(Pooling pooling) {
    return model.newRunner(AttentionOutputs.WEIGHTS.withPooled(pooling));
  }

  private Cost run(PairSet set, List<AttentionRunner> runners) {
    TaskScores scores = scores();
    List<Double> attention = new ArrayList<>();
    List<Double> first = new ArrayList<>();
    List<Double> mean = new ArrayList<>();
    for (int round = -WARM_UP; round < rounds; round++) {
      List<Double> times =
          runners.stream().map(runner -> time(set, runner, new Logits(scores))).toList();
      if (round >= 0) {
        attention.add(times.get(0));
        first.add(times.get(1) / times.get(0) - 1);
        mean.add(times.get(2) / times.get(0) - 1);
      }
    }
    return new Cost(Median.of(attention), Median.of(first), Median.of(mean));
  }

  private TaskScores scores() {
    int hidden = bert.config().hidden();
    return new TaskScores(
        new TaskHead(
            Pooling.FIRST,
            new TaskHead.Transform(dense(hidden, hidden), TaskHead.Function.TANH),
            dense(hidden, LABELS.size()),
            LABELS,
            TaskHead.Problem.SINGLE_LABEL,
            null));
  }

  private static Dense dense(int in, int out) {
    return new Dense(Tensor.zeros(in, out), Tensor.zeros(out));
  }

  private static double time(PairSet set, AttentionRunner runner, AttentionSink sink) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    runner.run(set.pairs(), sink);
    long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    return (end - start) / 1e6 / set.pairs().size();
  }

  /** Computes the logits of pooled states. */
  private record Logits(TaskScores scores) implements AttentionSink {
    @Override
    public void accept(int pair, int layer, AttentionMap map) {
      // Only the pooled states matter.
    }

    @Override
    public void acceptPooled(int pair, float[] state) {
      scores.logits(state);
    }
  }
}
