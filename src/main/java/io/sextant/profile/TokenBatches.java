package io.sextant.profile;

import io.sextant.attention.AttentionRunner;
import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Fills batches in the order of arrival, each up to a number of tokens. Pairs that a runner would
 * rather run with those that follow are carried over to the next batch.
 */
public final class TokenBatches {
  private final int budget;
  private final AttentionRunner runner;
  private final Consumer<List<EncodedPair>> run;
  private final List<EncodedPair> open = new ArrayList<>();
  private int tokens;

  /**
   * Creates batches for a consumer. The list that the consumer receives is reused afterwards. A
   * pair that is longer than the budget forms a batch of its own.
   *
   * @param budget the greatest number of tokens in a batch
   * @param runner the runner of the batches, which chooses where to divide the pairs
   */
  public TokenBatches(int budget, AttentionRunner runner, Consumer<List<EncodedPair>> run) {
    this.budget = budget;
    this.runner = runner;
    this.run = run;
  }

  public void add(EncodedPair pair) {
    while (!open.isEmpty() && tokens + pair.size() > budget) {
      run(runner.first(open));
    }
    open.add(pair);
    tokens += pair.size();
  }

  /** Runs the last, incomplete batch. */
  public void finish() {
    if (!open.isEmpty()) {
      run(open.size());
    }
  }

  /** Runs the first pairs. */
  private void run(int pairs) {
    List<EncodedPair> batch = open.subList(0, pairs);
    run.accept(batch);
    tokens -= batch.stream().mapToInt(EncodedPair::size).sum();
    batch.clear();
  }
}
