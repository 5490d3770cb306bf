package io.sextant.attention;

import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps what a model has computed for some pairs, up to a number of bytes, so that it need not be
 * computed again. A pair that no longer fits is not kept. What is kept of a pair is given out once.
 * Several threads may use a cache.
 */
public final class AttentionCache {
  private final long most;
  private final Map<ModelInput, Entry> entries = new HashMap<>();
  private long bytes;

  /** Creates an empty cache for at most the given number of bytes. */
  public AttentionCache(long most) {
    this.most = most;
  }

  /**
   * The outputs for one pair.
   *
   * @param layers the map of each layer
   * @param pooled the pooled last hidden state; null if the runner outputs none
   */
  private record Entry(List<AttentionMap> layers, float[] pooled) {
    long bytes() {
      long floats = pooled == null ? 0 : pooled.length;
      for (AttentionMap map : layers) {
        floats += (long) map.weights().length + map.entropies().length + map.norms().length;
      }
      return floats * Float.BYTES;
    }

    void replay(int pair, AttentionSink sink) {
      for (int layer = 0; layer < layers.size(); layer++) {
        sink.accept(pair, layer, layers.get(layer));
      }
      if (pooled != null) {
        sink.acceptPooled(pair, pooled);
      }
    }
  }

  /** Returns the number of pairs that are kept. */
  public synchronized int size() {
    return entries.size();
  }

  /** Returns a runner that runs all pairs and keeps its outputs. It closes the given runner. */
  public AttentionRunner keeping(AttentionRunner runner) {
    return new Keeping(runner);
  }

  /**
   * Returns a runner that takes what is kept and runs the other pairs. It closes the given runner,
   * which must have the outputs of the one that was kept.
   */
  public AttentionRunner taking(AttentionRunner runner) {
    return new Taking(runner);
  }

  private synchronized boolean holds(EncodedPair pair) {
    return entries.containsKey(ModelInput.of(pair));
  }

  private synchronized boolean hasRoom() {
    return bytes < most;
  }

  private synchronized void keep(EncodedPair pair, Entry entry) {
    ModelInput input = ModelInput.of(pair);
    if (bytes + entry.bytes() <= most && entries.putIfAbsent(input, entry) == null) {
      bytes += entry.bytes();
    }
  }

  private synchronized Entry take(EncodedPair pair) {
    Entry entry = entries.remove(ModelInput.of(pair));
    if (entry != null) {
      bytes -= entry.bytes();
    }
    return entry;
  }

  private final class Keeping implements AttentionRunner {
    private final AttentionRunner runner;

    Keeping(AttentionRunner runner) {
      this.runner = runner;
    }

    @Override
    public void run(List<EncodedPair> batch, AttentionSink sink) {
      if (!hasRoom()) {
        runner.run(batch, sink);
        return;
      }
      List<List<AttentionMap>> layers = new ArrayList<>();
      batch.forEach(pair -> layers.add(new ArrayList<>()));
      float[][] pooled = new float[batch.size()][];
      runner.run(
          batch,
          new AttentionSink() {
            @Override
            public void accept(int pair, int layer, AttentionMap map) {
              layers.get(pair).add(map.copy());
              sink.accept(pair, layer, map);
            }

            @Override
            public void acceptPooled(int pair, float[] state) {
              pooled[pair] = state.clone();
              sink.acceptPooled(pair, state);
            }
          });
      for (int pair = 0; pair < batch.size(); pair++) {
        keep(batch.get(pair), new Entry(layers.get(pair), pooled[pair]));
      }
    }

    @Override
    public int first(List<EncodedPair> batch) {
      return runner.first(batch);
    }

    @Override
    public void close() {
      runner.close();
    }
  }

  private final class Taking implements AttentionRunner {
    private final AttentionRunner runner;

    Taking(AttentionRunner runner) {
      this.runner = runner;
    }

    @Override
    public void run(List<EncodedPair> batch, AttentionSink sink) {
      List<EncodedPair> others = new ArrayList<>();
      List<Integer> indices = new ArrayList<>();
      for (int pair = 0; pair < batch.size(); pair++) {
        Entry entry = take(batch.get(pair));
        if (entry == null) {
          indices.add(pair);
          others.add(batch.get(pair));
        } else {
          entry.replay(pair, sink);
        }
      }
      if (others.isEmpty()) {
        return;
      }
      runner.run(
          others,
          new AttentionSink() {
            @Override
            public void accept(int pair, int layer, AttentionMap map) {
              sink.accept(indices.get(pair), layer, map);
            }

            @Override
            public void acceptPooled(int pair, float[] state) {
              sink.acceptPooled(indices.get(pair), state);
            }
          });
    }

    @Override
    public int first(List<EncodedPair> batch) {
      List<EncodedPair> others = batch.stream().filter(pair -> !holds(pair)).toList();
      if (others.isEmpty()) {
        return batch.size();
      }
      EncodedPair last = others.get(runner.first(others) - 1);
      for (int pair = 0; ; pair++) {
        if (batch.get(pair) == last) {
          return pair + 1;
        }
      }
    }

    @Override
    public void close() {
      runner.close();
    }
  }
}
