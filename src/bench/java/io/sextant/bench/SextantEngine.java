package io.sextant.bench;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.AttentionOutputs;
import io.sextant.attention.AttentionRunner;
import io.sextant.bert.BertConfig;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** One of sextant's backends, running one task. */
final class SextantEngine implements Engine {
  private final String name;
  private final BertConfig config;
  private final AttentionRunner runner;

  /** Creates an engine that computes weights and entropies, which the metrics need. */
  SextantEngine(AttentionModel model, BertConfig config) {
    this(model, config, AttentionOutputs.WEIGHTS);
  }

  SextantEngine(AttentionModel model, BertConfig config, AttentionOutputs readout) {
    this.name = "sextant-" + model.backend() + "-" + model.precision();
    this.config = config;
    this.runner = model.newRunner(readout);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Lap run(PairSet set) {
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long start = System.nanoTime();
    long startOnProcessor = thread.getCurrentThreadCpuTime();
    MetricSink sink = new MetricSink(config, set.pairs());
    runner.run(set.pairs(), sink);
    double processorSeconds = (thread.getCurrentThreadCpuTime() - startOnProcessor) / 1e9;
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Lap(seconds, processorSeconds, sink.shares());
  }

  @Override
  public void close() {
    runner.close();
  }
}
