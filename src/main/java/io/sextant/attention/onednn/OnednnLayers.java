package io.sextant.attention.onednn;

import io.sextant.attention.LayerRunner;
import io.sextant.attention.onednn.kernel.Address;
import io.sextant.attention.onednn.kernel.Cpu;
import io.sextant.attention.onednn.kernel.OpenMp;
import io.sextant.attention.onednn.kernel.Workspace;
import io.sextant.bert.BertConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Runs packs as {@link OnednnHiddenStates} does, but stops after the attention of each layer. */
final class OnednnLayers implements LayerRunner {
  private final OnednnModel model;
  private final BertConfig config;
  private TaskArrays task;
  private int[] sizes = {};
  private float[] weights = {};
  private boolean closed;

  OnednnLayers(OnednnModel model) {
    this.model = model;
    config = model.config();
    task = new TaskArrays(model, model.wholeLayers(), List.of());
  }

  @Override
  public int budget() {
    return model.budget();
  }

  @Override
  public void begin(int... sizesOfPairs) {
    if (closed) {
      throw new IllegalStateException("the runner is closed");
    }
    model.requireOpen();
    OpenMp.useThisThreadOnly();
    int longest = Arrays.stream(sizesOfPairs).max().orElse(0);
    if (longest > config.positions()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a pair of %d tokens for a model of %d positions",
              longest,
              config.positions()));
    }
    task = task.fit(longest);
    sizes = sizesOfPairs.clone();
    task.workspace.clearTokens();
    for (int size : sizes) {
      task.workspace.addTokens(size);
    }
  }

  @Override
  public void putStates(float[] states) {
    task.workspace.putStates(states);
  }

  @Override
  public void readStates(float[] into) {
    Workspace.read(task.workspace.states().target(), into, numbers());
  }

  @Override
  public void attend(int layer, WeightsSink sink) {
    BoundLayers.Layer bound = layer(layer);
    bound.before().forEach(step -> step.run(task.queue));
    int row = 0;
    for (int pair = 0; pair < sizes.length; pair++) {
      task.attentions.of(sizes[pair]).attend(row, bound, true, task.queue);
      task.queue._wait();
      if (sink != WeightsSink.NONE) {
        sink.accept(pair, weights(sizes[pair]));
      }
      row += sizes[pair];
    }
  }

  private float[] weights(int n) {
    int count = config.heads() * n * n;
    if (weights.length < count) {
      weights = new float[count];
    }
    Workspace.read(task.workspace.weights().target(), weights, count);
    return weights;
  }

  @Override
  public void readContexts(float[] into) {
    task.workspace.readResults(task.workspace.context().target(), into, 0, numbers());
  }

  @Override
  public void putContexts(float[] contexts) {
    task.workspace.writeResults(task.workspace.context().target(), contexts, numbers());
  }

  @Override
  public void readValues(float[] into) {
    int hidden = config.hidden();
    long bytes = 3L * hidden * Cpu.bytes(model.computeType().result());
    Address first = task.workspace.values();
    for (int row = 0; row < task.workspace.tokens(); row++) {
      task.workspace.readResults(Address.of(first, row * bytes), into, row * hidden, hidden);
    }
  }

  @Override
  public void keep(int... rows) {
    for (int i = 0; i < rows.length; i++) {
      task.workspace.moveRow(rows[i], i);
    }
    task.workspace.clearTokens();
    task.workspace.addTokens(rows.length);
  }

  @Override
  public void complete(int layer) {
    layer(layer).after().forEach(step -> step.run(task.queue));
    task.queue._wait();
  }

  private BoundLayers.Layer layer(int layer) {
    return task.layers.of(task.workspace.tokens()).get(layer);
  }

  private int numbers() {
    return task.workspace.tokens() * config.hidden();
  }

  @Override
  public void close() {
    closed = true;
    task.close();
  }
}
