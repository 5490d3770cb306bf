package io.sextant.attention;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttentionCacheTest {
  private static final int LAYERS = 2;
  private static final int HEADS = 3;

  /** The floats of a pair of {@link #SIZE} positions, and of its pooled state. */
  private static final int SIZE = 4;

  private static final int BYTES =
      Float.BYTES * (LAYERS * HEADS * (SIZE * SIZE + SIZE + SIZE) + HEADS);

  /** Computes maps from the ids of the tokens, in arrays that it reuses, and counts the pairs. */
  private static final class Model implements AttentionRunner {
    private final float[] weights = new float[1000];
    private final float[] entropies = new float[1000];
    private final float[] norms = new float[1000];
    private final float[] state = new float[HEADS];
    private final List<EncodedPair> seen = new ArrayList<>();
    private boolean closed;

    @Override
    public void run(List<EncodedPair> batch, AttentionSink sink) {
      for (int layer = 0; layer < LAYERS; layer++) {
        for (int pair = 0; pair < batch.size(); pair++) {
          int[] ids = batch.get(pair).ids();
          for (int i = 0; i < weights.length; i++) {
            weights[i] = ids[i % ids.length] + 100 * layer + i;
            entropies[i] = weights[i] + .25f;
            norms[i] = weights[i] + .5f;
          }
          sink.accept(pair, layer, new AttentionMap(HEADS, ids.length, weights, entropies, norms));
        }
      }
      for (int pair = 0; pair < batch.size(); pair++) {
        state[0] = batch.get(pair).ids()[0];
        sink.acceptPooled(pair, state);
      }
      seen.addAll(batch);
    }

    /** Runs two pairs at a time. */
    @Override
    public int first(List<EncodedPair> batch) {
      return Math.min(2, batch.size());
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private final Model model = new Model();

  @Test
  void whatIsKeptIsGivenOutOnceToTheSameBits() {
    List<EncodedPair> pairs = pairs(5);
    AttentionCache cache = new AttentionCache(3 * BYTES);
    RecordingSink kept = run(cache.keeping(model), pairs);
    assertThat(cache.size()).as("three pairs fit").isEqualTo(3);
    assertThat(model.seen).hasSize(5);
    model.seen.clear();

    assertSame(run(cache.taking(model), pairs), kept, 5);
    assertThat(model.seen).containsExactlyElementsOf(pairs.subList(3, 5));
    assertThat(cache.size()).isZero();

    assertSame(run(cache.taking(model), pairs), kept, 5);
    assertThat(model.seen).hasSize(7);
  }

  @Test
  void aTakenPairLeavesItsRoom() {
    AttentionCache cache = new AttentionCache(BYTES);
    List<EncodedPair> pairs = pairs(2);
    run(cache.keeping(model), pairs.subList(0, 1));
    run(cache.taking(model), pairs.subList(0, 1));
    run(cache.keeping(model), pairs.subList(1, 2));
    model.seen.clear();
    run(cache.taking(model), pairs);
    assertThat(model.seen).containsExactly(pairs.get(0));
  }

  @Test
  void aPairOfOtherTokenTypesIsAnotherInput() {
    EncodedPair pair = pair(1, 0);
    AttentionCache cache = new AttentionCache(BYTES);
    run(cache.keeping(model), List.of(pair));
    model.seen.clear();
    run(cache.taking(model), List.of(pair(1, 1)));
    assertThat(model.seen).hasSize(1);
    assertThat(cache.size()).isEqualTo(1);
  }

  @Test
  void batchesEndWhereTheModelEndsThem() {
    List<EncodedPair> pairs = pairs(6);
    AttentionCache cache = new AttentionCache(2 * BYTES);
    run(cache.keeping(model), List.of(pairs.get(1), pairs.get(4)));
    AttentionRunner taking = cache.taking(model);
    // 0 and 2 are the first two that the model must run; 1 is taken on the way.
    assertThat(taking.first(pairs)).isEqualTo(3);
    assertThat(taking.first(List.of(pairs.get(1), pairs.get(4)))).isEqualTo(2);
    assertThat(taking.first(pairs.subList(4, 5))).isEqualTo(1);
  }

  @Test
  void theModelIsClosedWithTheRunner() {
    new AttentionCache(0).taking(model).close();
    assertThat(model.closed).isTrue();
  }

  private static RecordingSink run(AttentionRunner runner, List<EncodedPair> pairs) {
    RecordingSink sink = new RecordingSink();
    runner.run(pairs, sink);
    return sink;
  }

  private static void assertSame(RecordingSink actual, RecordingSink expected, int pairs) {
    for (int pair = 0; pair < pairs; pair++) {
      assertThat(actual.of(pair)).usingRecursiveComparison().isEqualTo(expected.of(pair));
      assertThat(actual.pooled(pair)).isEqualTo(expected.pooled(pair));
    }
  }

  private static List<EncodedPair> pairs(int number) {
    return IntStream.range(0, number).mapToObj(id -> pair(id, 0)).toList();
  }

  private static EncodedPair pair(int id, int type) {
    int[] ids = IntStream.range(10 * id, 10 * id + SIZE).toArray();
    int[] types = new int[SIZE];
    types[SIZE - 1] = type;
    return new EncodedPair(null, List.of(), ids, types, new int[SIZE], List.of(), null);
  }
}
