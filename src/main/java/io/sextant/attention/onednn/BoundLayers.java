package io.sextant.attention.onednn;

import io.sextant.attention.ScoreOffsets;
import io.sextant.attention.onednn.kernel.Step;
import io.sextant.attention.onednn.kernel.Workspace;
import io.sextant.bert.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The layers, bound to one task's arrays. They are bound for a number of rows when the first pack
 * with that number comes.
 */
final class BoundLayers {

  /**
   * The steps of a layer.
   *
   * @param before the steps up to the projections
   * @param window the keys that queries see
   * @param offsets what the layer adds to the scaled scores; null for nothing
   * @param positions the vectors of relative positions; null if the design has none
   * @param valueNorms the steps that compute the norms of the values; empty if no norms are output
   * @param after the steps from the contexts on; empty in a last layer that ends with its attention
   */
  record Layer(
      List<Step> before,
      Window window,
      ScoreOffsets offsets,
      PackedPositions positions,
      List<Step> valueNorms,
      List<Step> after) {}

  private final OnednnModel model;
  private final List<PackedLayer> layers;
  private final List<PackedValueNorms> valueNorms;
  private final Workspace workspace;
  private final Map<Integer, List<Layer>> byRows = new HashMap<>();

  /**
   * Creates an empty set of bound layers.
   *
   * @param valueNorms the weights for the value norms of every layer; empty if no norms are output
   */
  BoundLayers(
      OnednnModel model,
      List<PackedLayer> layers,
      List<PackedValueNorms> valueNorms,
      Workspace workspace) {
    this.model = model;
    this.layers = layers;
    this.valueNorms = valueNorms;
    this.workspace = workspace;
  }

  /** Returns the layers, bound for a pack with a number of tokens. */
  List<Layer> of(int tokens) {
    return byRows.computeIfAbsent(model.rows(tokens), rows -> bind(model.kernels(rows)));
  }

  private List<Layer> bind(Kernels kernels) {
    List<Layer> bound = new ArrayList<>();
    for (int layer = 0; layer < layers.size(); layer++) {
      bound.add(
          new Layer(
              layers.get(layer).before(kernels, model.rotation(layer), workspace),
              model.config().design().windows().get(layer),
              model.offsets(layer),
              model.positions(layer),
              valueNorms.isEmpty() ? List.of() : valueNorms.get(layer).steps(kernels, workspace),
              layers.get(layer).after(kernels, workspace)));
    }
    return bound;
  }
}
