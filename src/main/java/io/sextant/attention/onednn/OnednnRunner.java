package io.sextant.attention.onednn;

import io.sextant.attention.AttentionMap;
import io.sextant.attention.AttentionRunner;
import io.sextant.attention.AttentionSink;
import io.sextant.attention.Readout;
import io.sextant.bert.BertConfig;
import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.stream;

/**
 * Runs {@link Packs} of as many tokens as the kernels have rows. Rows do not depend on each other,
 * so a pair's maps are the same bits in every pack.
 */
final class OnednnRunner implements AttentionRunner {
  private final OnednnModel model;
  private final BertConfig config;
  private final int rows;
  private final Workspace workspace;
  private final stream queue;
  private final PairAttentions attentions;
  private final Readout readout;
  private final List<List<Step>> before = new ArrayList<>();
  private final List<List<Step>> lengths = new ArrayList<>();
  private final List<List<Step>> after = new ArrayList<>();
  private final float[] states;
  private float[] scores = new float[0];
  private float[] weights = new float[0];
  private float[] entropies = new float[0];

  /** By row of the pack, then head. */
  private final float[] normsByRow;

  private float[] norms = new float[0];
  private boolean closed;

  OnednnRunner(OnednnModel model, Readout readout) {
    this.model = model;
    this.readout = readout;
    config = model.config();
    rows = model.kernels().rows();
    workspace =
        new Workspace(
            model.cpu(), model.arithmetic(), config, rows, model.kernels().scratchBytes());
    queue = workspace.natives().own(new stream(model.cpu()));
    attentions =
        new PairAttentions(
            n -> new PairAttention(model.cpu(), model.arithmetic(), config, n, workspace));
    for (PackedLayer layer : model.layers()) {
      before.add(layer.before(workspace));
      after.add(layer.after(workspace));
    }
    if (readout == Readout.NORMS) {
      model.lengths().forEach(layer -> lengths.add(layer.steps(workspace)));
    }
    states = new float[rows * config.hidden()];
    normsByRow = new float[rows * config.heads()];
  }

  @Override
  public void run(List<EncodedPair> batch, AttentionSink sink) {
    if (closed) {
      throw new IllegalStateException("the runner is closed");
    }
    model.requireOpen();
    OpenMp.useThisThreadOnly();
    for (int[] pack : Packs.of(batch, rows)) {
      model.embed(batch, pack, states, workspace);
      for (int layer = 0; layer < config.layers(); layer++) {
        run(batch, pack, layer, sink);
      }
    }
  }

  private void run(List<EncodedPair> batch, int[] pack, int layer, AttentionSink sink) {
    before.get(layer).forEach(step -> step.run(queue));
    if (readout == Readout.NORMS) {
      readNorms(layer);
    }
    int row = 0;
    for (int pair : pack) {
      int n = batch.get(pair).size();
      PairAttention attention = attentions.of(n);
      attention.weigh(row, queue);
      if (!after.get(layer).isEmpty()) {
        attention.gather(row, queue);
      }
      queue._wait();
      sink.accept(pair, layer, map(n, row));
      row += n;
    }
    for (Step step : after.get(layer)) {
      step.run(queue);
    }
    queue._wait();
  }

  private void readNorms(int layer) {
    for (Step step : lengths.get(layer)) {
      step.run(queue);
    }
    queue._wait();
    Workspace.read(workspace.norms(), normsByRow, normsByRow.length);
  }

  /** The map of the pair of n tokens whose first is in that row. */
  private AttentionMap map(int n, int row) {
    int rowsOfAllHeads = config.heads() * n;
    int size = rowsOfAllHeads * n;
    if (weights.length < size) {
      scores = new float[size];
      weights = new float[size];
      entropies = new float[rowsOfAllHeads];
    }
    Workspace.read(workspace.scores(), scores, size);
    Workspace.read(workspace.weights().target(), weights, size);
    ScoreEntropies.fill(scores, weights, rowsOfAllHeads, n, entropies);
    if (readout == Readout.WEIGHTS) {
      return new AttentionMap(config.heads(), n, weights, entropies);
    }
    return new AttentionMap(config.heads(), n, weights, entropies, norms(n, row));
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
    attentions.close();
    workspace.close();
  }
}
