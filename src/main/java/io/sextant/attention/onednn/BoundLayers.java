package io.sextant.attention.onednn;

import io.sextant.attention.onednn.kernel.BoundPrimitive;
import io.sextant.attention.onednn.kernel.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The layers on one task's arrays, by rows of a pack: each number of rows is bound for the first
 * pack that needs it.
 */
final class BoundLayers {

  /**
   * The steps of a layer.
   *
   * @param before up to the projections
   * @param valueNorms norms of the values; none unless they are read
   * @param after from the contexts on; none in a last layer that ends with its attention
   */
  record Layer(
      List<BoundPrimitive> before, List<BoundPrimitive> valueNorms, List<BoundPrimitive> after) {}

  private final OnednnModel model;
  private final List<PackedLayer> layers;
  private final List<PackedValueNorms> valueNorms;
  private final Workspace workspace;
  private final Map<Integer, List<Layer>> byRows = new HashMap<>();

  /**
   * Binds none yet.
   *
   * @param valueNorms of every layer, or none
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

  /** The layers for a pack of so many tokens. */
  List<Layer> of(int tokens) {
    return byRows.computeIfAbsent(model.rows(tokens), rows -> bind(model.kernels(rows)));
  }

  private List<Layer> bind(Kernels kernels) {
    List<Layer> bound = new ArrayList<>();
    for (int layer = 0; layer < layers.size(); layer++) {
      bound.add(
          new Layer(
              layers.get(layer).before(kernels, workspace),
              valueNorms.isEmpty() ? List.of() : valueNorms.get(layer).steps(kernels, workspace),
              layers.get(layer).after(kernels, workspace)));
    }
    return bound;
  }
}
