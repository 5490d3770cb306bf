package io.sextant.attention.onednn;

import io.sextant.attention.onednn.kernel.Workspace;
import io.sextant.text.EncodedPair;
import java.util.List;
import org.bytedeco.dnnl.stream;

/**
 * The arrays of one task, and the layers of a model that are bound to them, for pairs up to a
 * length. A model may take pairs of thousands of tokens, whose arrays would be too large to
 * allocate before there is such a pair.
 */
final class TaskArrays implements AutoCloseable {
  private final OnednnModel model;
  private final List<PackedLayer> packed;
  private final List<PackedValueNorms> valueNorms;
  private final int longest;

  final Workspace workspace;
  final stream queue;
  final PairAttentions attentions;
  final BoundLayers layers;

  /** A buffer for the hidden states of a pack. */
  final float[] states;

  /**
   * Creates arrays for pairs that fit into a pack.
   *
   * @param valueNorms the weights for the value norms of every layer; empty if no norms are output
   */
  TaskArrays(OnednnModel model, List<PackedLayer> layers, List<PackedValueNorms> valueNorms) {
    this(model, layers, valueNorms, Math.min(model.budget(), model.config().positions()));
  }

  private TaskArrays(
      OnednnModel model, List<PackedLayer> packed, List<PackedValueNorms> valueNorms, int longest) {
    this.model = model;
    this.packed = packed;
    this.valueNorms = valueNorms;
    this.longest = longest;
    int rows = model.rows(Math.max(model.budget(), longest));
    workspace = new Workspace(model.cpu(), model.computeType(), model.config(), rows, longest);
    queue = workspace.natives().own(new stream(model.cpu()));
    attentions = new PairAttentions(n -> model.attention(n, workspace));
    layers = new BoundLayers(model, packed, valueNorms, workspace);
    states = new float[rows * model.config().hidden()];
  }

  /**
   * Returns arrays that hold every pair of a batch which the model takes: these, or larger ones
   * that replace them.
   */
  TaskArrays fit(List<EncodedPair> batch) {
    return fit(batch.stream().mapToInt(EncodedPair::size).max().orElse(0));
  }

  /** Returns arrays that hold pairs of up to so many tokens, likewise. */
  TaskArrays fit(int most) {
    int positions = model.config().positions();
    if (most <= longest || longest == positions) {
      return this;
    }
    close();
    return new TaskArrays(
        model, packed, valueNorms, Math.min(positions, Math.max(most, 2 * longest)));
  }

  @Override
  public void close() {
    attentions.close();
    workspace.close();
  }
}
