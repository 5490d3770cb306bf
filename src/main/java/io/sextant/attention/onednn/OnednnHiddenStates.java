package io.sextant.attention.onednn;

import io.sextant.attention.HiddenStatesRunner;
import io.sextant.attention.HiddenStatesSink;
import io.sextant.attention.SequencePacking;
import io.sextant.attention.onednn.kernel.OpenMp;
import io.sextant.attention.onednn.kernel.Workspace;
import io.sextant.bert.BertConfig;
import io.sextant.text.EncodedPair;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.dnnl.stream;

/** Runs packs as {@link OnednnRunner} does, but outputs the hidden states after the last layer. */
final class OnednnHiddenStates implements HiddenStatesRunner {
  private final OnednnModel model;
  private final BertConfig config;
  private TaskArrays task;
  private boolean closed;

  OnednnHiddenStates(OnednnModel model) {
    this.model = model;
    config = model.config();
    task = new TaskArrays(model, model.wholeLayers(), List.of());
  }

  @Override
  public void run(List<EncodedPair> batch, HiddenStatesSink sink) {
    if (closed) {
      throw new IllegalStateException("the runner is closed");
    }
    model.requireOpen();
    OpenMp.useThisThreadOnly();
    task = task.fit(batch);
    float[][] found = new float[batch.size()][];
    for (int[] pack : SequencePacking.of(batch, model.budget())) {
      model.embed(batch, pack, task.states, task.workspace);
      encode(batch, pack, task.layers.of(task.workspace.tokens()));
      read(batch, pack, found);
    }
    for (int pair = 0; pair < found.length; pair++) {
      sink.accept(pair, found[pair]);
    }
  }

  private void encode(List<EncodedPair> batch, int[] pack, List<BoundLayers.Layer> bound) {
    stream queue = task.queue;
    for (BoundLayers.Layer layer : bound) {
      layer.before().forEach(step -> step.run(queue));
      int row = 0;
      for (int pair : pack) {
        int n = batch.get(pair).size();
        task.attentions.of(n).attend(row, layer, true, queue);
        // The next length may evict this length's kernels from the cache.
        queue._wait();
        row += n;
      }
      layer.after().forEach(step -> step.run(queue));
      queue._wait();
    }
  }

  private void read(List<EncodedPair> batch, int[] pack, float[][] found) {
    int hidden = config.hidden();
    float[] states = task.states;
    int tokens = task.workspace.tokens();
    Workspace.read(task.workspace.states().target(), states, tokens * hidden);
    model.finish(states, tokens);
    int row = 0;
    for (int pair : pack) {
      int next = row + batch.get(pair).size();
      found[pair] = Arrays.copyOfRange(states, row * hidden, next * hidden);
      row = next;
    }
  }

  @Override
  public void close() {
    closed = true;
    task.close();
  }
}
