package io.sextant.profile;

import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Fills batches greedily, in the order of arrival, up to a budget of tokens. */
public final class TokenBatches {
  private final int budget;
  private final Consumer<List<EncodedPair>> run;
  private final List<EncodedPair> open = new ArrayList<>();
  private int tokens;

  /**
   * Batches for a consumer, which gets a list that is reused afterwards. A pair that is longer than
   * the budget makes a batch of its own.
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

  /** Runs what is left. */
  public void finish() {
    if (!open.isEmpty()) {
      run.accept(open);
      open.clear();
      tokens = 0;
    }
  }
}
