package io.sextant.bench;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.sextant.attention.AttentionMap;
import io.sextant.attention.RowEntropies;
import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.text.EncodedPair;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;

/**
 * Does what {@code peers.py} does with PyTorch, but without Python: libtorch through DJL, float32,
 * one thread, batches of 8 in the order of the set, padded to the longest, with every map copied.
 */
final class LibtorchPeer implements Engine {
  private static final int BATCH = 8;

  private final BertConfig config;
  private final NDManager manager;
  private final LibtorchBert bert;

  LibtorchPeer(BertModel model) {
    // DJL reads these once, when it starts: one thread, no downloads, no telemetry.
    System.setProperty("ai.djl.pytorch.num_threads", "1");
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    System.setProperty("ai.djl.offline", "true");
    config = model.config();
    manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    bert = new LibtorchBert(manager, config, model.weights());
  }

  @Override
  public String name() {
    return "libtorch-f32";
  }

  @Override
  public Lap run(PairSet set) {
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long start = System.nanoTime();
    long startOnProcessor = thread.getCurrentThreadCpuTime();
    MetricSink sink = new MetricSink(config, set.pairs());
    for (int first = 0; first < set.pairs().size(); first += BATCH) {
      run(set.pairs(), first, sink);
    }
    double processorSeconds = (thread.getCurrentThreadCpuTime() - startOnProcessor) / 1e9;
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Lap(seconds, processorSeconds, sink.shares());
  }

  private void run(List<EncodedPair> pairs, int first, MetricSink sink) {
    List<EncodedPair> batch = pairs.subList(first, Math.min(first + BATCH, pairs.size()));
    int longest = batch.stream().mapToInt(EncodedPair::size).max().orElseThrow();
    long[] ids = new long[batch.size() * longest];
    long[] types = new long[ids.length];
    float[] mask = new float[ids.length];
    Arrays.fill(mask, -Float.MAX_VALUE);
    for (int b = 0; b < batch.size(); b++) {
      EncodedPair pair = batch.get(b);
      for (int i = 0; i < pair.size(); i++) {
        ids[b * longest + i] = pair.ids()[i];
        types[b * longest + i] = pair.tokenTypes()[i];
        mask[b * longest + i] = 0;
      }
    }
    Shape shape = new Shape(batch.size(), longest);
    try (NDManager scope = manager.newSubManager()) {
      bert.run(
          scope.create(ids, shape),
          scope.create(types, shape),
          scope.create(mask, new Shape(batch.size(), 1, 1, longest)),
          (weights, layer) -> {
            for (int b = 0; b < batch.size(); b++) {
              sink.accept(first + b, layer, map(weights, b, batch.get(b).size()));
            }
          });
    }
  }

  /** Returns the part of a padded batch that belongs to one pair. */
  private AttentionMap map(NDArray weights, int row, int size) {
    NDArray own = weights.get(new NDIndex("{}, :, :{}, :{}", row, size, size));
    float[] copy = own.toFloatArray();
    float[] entropies = new float[config.heads() * size];
    RowEntropies.fill(copy, entropies.length, size, entropies);
    return new AttentionMap(config.heads(), size, copy, entropies);
  }

  @Override
  public void close() {
    manager.close();
  }
}
