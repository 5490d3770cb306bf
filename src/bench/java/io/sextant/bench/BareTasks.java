package io.sextant.bench;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.AttentionOutputs;
import io.sextant.attention.AttentionRunner;
import io.sextant.bert.BertConfig;
import io.sextant.profile.TokenBatches;
import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Two tasks that only run the backend and aggregate its maps into the metrics of {@link
 * MetricSink}. Pairs are processed in the order of the set, in batches as large as the job's, each
 * by the first free task. Norms are computed, because the job needs them.
 */
final class BareTasks {
  private static final int TASKS = 2;

  private final AttentionModel model;
  private final BertConfig config;

  BareTasks(AttentionModel model, BertConfig config) {
    this.model = model;
    this.config = config;
  }

  /** Returns pairs per second. */
  double run(List<EncodedPair> pairs) throws Exception {
    Queue<PairSet> queue = new ConcurrentLinkedQueue<>();
    try (AttentionRunner runner = model.newRunner()) {
      TokenBatches batches =
          new TokenBatches(
              JobDefaults.BATCH_TOKENS,
              runner,
              batch -> queue.add(new PairSet("batch", List.copyOf(batch))));
      pairs.forEach(batches::add);
      batches.finish();
    }
    ExecutorService threads = Executors.newFixedThreadPool(TASKS);
    long start = System.nanoTime();
    try {
      Callable<Integer> task = () -> drain(queue);
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int k = 0; k < TASKS; k++) {
        tasks.add(task);
      }
      for (Future<Integer> ended : threads.invokeAll(tasks)) {
        ended.get();
      }
    } finally {
      threads.shutdown();
    }
    return pairs.size() / ((System.nanoTime() - start) / 1e9);
  }

  private int drain(Queue<PairSet> queue) {
    int batches = 0;
    try (Engine engine = new SextantEngine(model, config, AttentionOutputs.NORMS)) {
      for (PairSet batch = queue.poll(); batch != null; batch = queue.poll()) {
        engine.run(batch);
        batches++;
      }
    }
    return batches;
  }
}
