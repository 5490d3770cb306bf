package io.sextant.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.attention.AttentionRunner;
import io.sextant.attention.AttentionSink;
import io.sextant.attention.RandomBert;
import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBatchesTest {
  private final List<EncodedPair> pairs =
      IntStream.range(0, 7).mapToObj(seed -> RandomBert.pair(20, 9, seed)).toList();

  @Test
  void aBatchIsFilledUpToItsTokens() {
    assertThat(batches(60, 3)).containsExactly(3, 3, 1);
  }

  @Test
  void pairsThatTheRunnerLeavesAreCarriedOver() {
    assertThat(batches(60, 2)).containsExactly(2, 2, 3);
    assertThat(batches(79, 1)).containsExactly(1, 1, 1, 1, 3);
  }

  /** Returns the numbers of pairs of the batches, which have all pairs in the order of arrival. */
  private List<Integer> batches(int budget, int first) {
    List<Integer> sizes = new ArrayList<>();
    List<EncodedPair> ran = new ArrayList<>();
    TokenBatches batches =
        new TokenBatches(
            budget,
            new First(first),
            batch -> {
              sizes.add(batch.size());
              ran.addAll(batch);
            });
    pairs.forEach(batches::add);
    batches.finish();
    assertThat(ran).containsExactlyElementsOf(pairs);
    return sizes;
  }

  /** A runner that runs a number of pairs at a time while more follow. */
  private record First(int pairs) implements AttentionRunner {
    @Override
    public int first(List<EncodedPair> batch) {
      return pairs;
    }

    @Override
    public void run(List<EncodedPair> batch, AttentionSink sink) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}
