package io.sextant.attention.onednn;

import io.sextant.attention.AttentionOutputs;
import io.sextant.attention.AttentionSink;
import io.sextant.attention.onednn.kernel.Step;
import io.sextant.attention.onednn.kernel.Workspace;
import io.sextant.text.EncodedPair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.stream;

/**
 * Completes the last layer for the first token of each pair only. The values are computed for all
 * tokens of a pack, since the first token attends to them; the rows of the first tokens are then
 * moved together, so that the linear layers after the attention have a row for each pair instead of
 * one for each token.
 */
final class FirstStates {
  private final OnednnModel model;
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
  FirstStates(OnednnModel model, AttentionOutputs outputs, Workspace workspace) {
    this.model = model;
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

  /** Computes the first tokens' states from the contexts of a pack, and passes them on. */
  void run(List<EncodedPair> batch, int[] pack, stream queue, AttentionSink sink) {
    int row = 0;
    for (int i = 0; i < pack.length; i++) {
      workspace.moveRow(row, i);
      row += batch.get(pack[i]).size();
    }
    after
        .computeIfAbsent(
            model.rows(pack.length),
            rows -> model.wholeLast().after(model.kernels(rows), workspace))
        .forEach(step -> step.run(queue));
    queue._wait();
    if (states.length < pack.length * hidden) {
      states = new float[pack.length * hidden];
    }
    Workspace.read(workspace.states().target(), states, pack.length * hidden);
    model.finish(states, pack.length);
    float[] state = new float[hidden];
    for (int i = 0; i < pack.length; i++) {
      System.arraycopy(states, i * hidden, state, 0, hidden);
      sink.acceptFirst(pack[i], state);
    }
  }
}
