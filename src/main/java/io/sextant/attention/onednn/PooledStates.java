package io.sextant.attention.onednn;

import io.sextant.attention.AttentionOutputs;
import io.sextant.attention.AttentionSink;
import io.sextant.attention.onednn.kernel.Step;
import io.sextant.attention.onednn.kernel.Workspace;
import io.sextant.bert.TaskHead.Pooling;
import io.sextant.text.EncodedPair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.stream;

/**
 * Completes the last layer and pools the states of each pair. The values are computed for all
 * tokens of a pack. If only the first tokens' states are pooled, their rows are then moved
 * together, so that the linear layers after the attention have a row for each pair instead of one
 * for each token.
 */
final class PooledStates {
  private final OnednnModel model;
  private final Pooling pooling;
  private final boolean hasValues;
  private final Workspace workspace;
  private final int hidden;
  private final Map<Integer, List<Step>> values = new HashMap<>();
  private final Map<Integer, List<Step>> after = new HashMap<>();
  private float[] states = new float[0];

  /**
   * Creates the end of the last layer, bound to one task's arrays.
   *
   * @param outputs the outputs of the runner; the norms leave the values in their place
   */
  PooledStates(OnednnModel model, AttentionOutputs outputs, Workspace workspace) {
    this.model = model;
    this.pooling = outputs.pooling();
    this.hasValues = outputs.norms();
    this.workspace = workspace;
    this.hidden = model.config().hidden();
  }

  /** Returns the steps that compute the values of the current pack after its queries and keys. */
  List<Step> values() {
    return values.computeIfAbsent(model.rows(workspace.tokens()), this::bindValues);
  }

  private List<Step> bindValues(int rows) {
    Kernels kernels = model.kernels(rows);
    return Step.chain(
        hasValues
            ? List.of()
            : kernels
                .lastValue()
                .bind(
                    model.lastValue(),
                    model.wholeLast().input(workspace),
                    workspace.values(),
                    workspace),
        kernels.splitProjected(workspace));
  }

  /** Computes the states from the contexts of a pack, and passes them on, pooled by pair. */
  void run(List<EncodedPair> batch, int[] pack, stream queue, AttentionSink sink) {
    boolean first = pooling == Pooling.FIRST;
    if (first) {
      gatherFirst(batch, pack);
    }
    complete(first ? pack.length : workspace.tokens(), queue);
    float[] pooled = new float[hidden];
    int row = 0;
    for (int pair : pack) {
      int rows = first ? 1 : batch.get(pair).size();
      pooling.pool(states, row, rows, pooled);
      sink.acceptPooled(pair, pooled);
      row += rows;
    }
  }

  /** Moves the rows of the pairs' first tokens together. */
  private void gatherFirst(List<EncodedPair> batch, int[] pack) {
    int row = 0;
    for (int i = 0; i < pack.length; i++) {
      workspace.moveRow(row, i);
      row += batch.get(pack[i]).size();
    }
  }

  /** Runs what follows the attention, and reads the states. */
  private void complete(int count, stream queue) {
    after
        .computeIfAbsent(
            model.rows(count), rows -> model.wholeLast().after(model.kernels(rows), workspace))
        .forEach(step -> step.run(queue));
    queue._wait();
    if (states.length < count * hidden) {
      states = new float[count * hidden];
    }
    Workspace.read(workspace.states().target(), states, count * hidden);
    model.finish(states, count);
  }
}
