package io.sextant.attention.onednn;

import io.sextant.attention.AttentionMap;
import io.sextant.attention.AttentionOutputs;
import io.sextant.attention.AttentionRunner;
import io.sextant.attention.AttentionSink;
import io.sextant.attention.SequencePacking;
import io.sextant.attention.onednn.kernel.Address;
import io.sextant.attention.onednn.kernel.OpenMp;
import io.sextant.attention.onednn.kernel.Workspace;
import io.sextant.bert.BertConfig;
import io.sextant.bert.Window;
import io.sextant.text.EncodedPair;
import java.util.List;
import org.bytedeco.dnnl.stream;

/**
 * Runs the packs of {@link SequencePacking}. Rows depend neither on each other nor on their number,
 * so a pair's maps have the same bits in every pack.
 */
final class OnednnRunner implements AttentionRunner {
  private final OnednnModel model;
  private final BertConfig config;
  private final AttentionOutputs outputs;
  private TaskArrays task;

  /** The end of the last layer; null if no states are output. */
  private PooledStates pooledStates;

  /** The scores of one head. */
  private float[] scores = new float[0];

  private float[] weights = new float[0];
  private float[] entropies = new float[0];

  /** The norms by row of the pack, then by head. */
  private float[] normsByRow = new float[0];

  private float[] norms = new float[0];
  private boolean closed;

  OnednnRunner(OnednnModel model, AttentionOutputs outputs) {
    this.model = model;
    this.outputs = outputs;
    config = model.config();
    use(new TaskArrays(model, model.layers(), outputs.norms() ? model.valueNorms() : List.of()));
  }

  @Override
  public void run(List<EncodedPair> batch, AttentionSink sink) {
    if (closed) {
      throw new IllegalStateException("the runner is closed");
    }
    model.requireOpen();
    OpenMp.useThisThreadOnly();
    use(task.fit(batch));
    for (int[] pack : SequencePacking.of(batch, model.budget())) {
      model.embed(batch, pack, task.states, task.workspace);
      List<BoundLayers.Layer> bound = task.layers.of(task.workspace.tokens());
      for (int layer = 0; layer < config.layers(); layer++) {
        run(batch, pack, layer, bound.get(layer), sink);
      }
      if (pooledStates != null) {
        pooledStates.run(batch, pack, task.queue, sink);
      }
    }
  }

  @Override
  public int first(List<EncodedPair> batch) {
    return SequencePacking.fullest(batch, model.budget());
  }

  private void use(TaskArrays arrays) {
    if (arrays != task) {
      task = arrays;
      pooledStates =
          outputs.pooling() == null ? null : new PooledStates(model, outputs, arrays.workspace);
    }
  }

  private void run(
      List<EncodedPair> batch, int[] pack, int index, BoundLayers.Layer layer, AttentionSink sink) {
    stream queue = task.queue;
    layer.before().forEach(step -> step.run(queue));
    if (outputs.norms()) {
      layer.valueNorms().forEach(step -> step.run(queue));
      queue._wait();
      readNorms();
    }
    boolean gathers = !layer.after().isEmpty();
    if (!gathers && pooledStates != null) {
      pooledStates.values().forEach(step -> step.run(queue));
      gathers = true;
    }
    int row = 0;
    for (int pair : pack) {
      int n = batch.get(pair).size();
      task.attentions.of(n).attend(row, layer, gathers, queue);
      queue._wait();
      sink.accept(pair, index, map(n, row, layer.window()));
      row += n;
    }
    layer.after().forEach(step -> step.run(queue));
    queue._wait();
  }

  /** Returns the map of the pair of n tokens whose first token is in a row of the pack. */
  private AttentionMap map(int n, int row, Window window) {
    int rowsOfAllHeads = config.heads() * n;
    int size = rowsOfAllHeads * n;
    if (weights.length < size) {
      scores = new float[n * n];
      weights = new float[size];
      entropies = new float[rowsOfAllHeads];
    }
    Workspace.read(task.workspace.weights().target(), weights, size);
    for (int head = 0; head < config.heads(); head++) {
      // The scores of one head fit in the cache, those of all heads of a long pair do not.
      long bytes = (long) head * n * n * Float.BYTES;
      Workspace.read(Address.of(task.workspace.scores(), bytes), scores, n * n);
      ScoreEntropies.fill(scores, weights, head, n, window, entropies);
    }
    if (!outputs.norms()) {
      return new AttentionMap(config.heads(), n, weights, entropies);
    }
    return new AttentionMap(config.heads(), n, weights, entropies, norms(n, row));
  }

  private void readNorms() {
    int count = task.workspace.tokens() * config.heads();
    if (normsByRow.length < count) {
      normsByRow = new float[count];
    }
    Workspace.read(task.workspace.norms(), normsByRow, count);
  }

  private float[] norms(int n, int row) {
    int heads = config.heads();
    if (norms.length < heads * n) {
      norms = new float[heads * n];
    }
    for (int head = 0; head < heads; head++) {
      for (int key = 0; key < n; key++) {
        norms[head * n + key] = normsByRow[(row + key) * heads + head];
      }
    }
    return norms;
  }

  @Override
  public void close() {
    closed = true;
    task.close();
  }
}
