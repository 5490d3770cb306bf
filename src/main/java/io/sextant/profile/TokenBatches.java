package io.sextant.profile;

import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Fills batches in the order of arrival, each up to a number of tokens. */
public final class TokenBatches {
  private final int budget;
  private final Consumer<List<EncodedPair>> run;
  private final List<EncodedPair> open = new ArrayList<>();
  private int tokens;

  /**
   * Creates batches for a consumer. The list that the consumer receives is reused afterwards. A
   * pair that is longer than the budget forms a batch of its own.
   *
   * @param budget the greatest number of tokens in a batch
   */
  public TokenBatches(int budget, Consumer<List<EncodedPair>> run) {
    this.budget = budget;
    this.run = run;
  }

  public void add(EncodedPair pair) {
    if (!open.isEmpty() && tokens + pair.size() > budget) {
      finish();
    }
    open.add(pair);
    tokens += pair.size();
  }

  /** Runs the last, incomplete batch. */
  public void finish() {
    if (!open.isEmpty()) {
      run.accept(open);
      open.clear();
      tokens = 0;
    }
  }
}
