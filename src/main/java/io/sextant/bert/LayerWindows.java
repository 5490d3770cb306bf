package io.sextant.bert;

import java.io.Serializable;
import java.util.List;

/**
 * The different windows of a model's layers.
 *
 * @param different each window once, in the order of the first layer that has it
 * @param ofLayer for each layer, the index of its window
 */
public record LayerWindows(List<Window> different, List<Integer> ofLayer) implements Serializable {

  /** Creates the windows of layers, given in their order. */
  public static LayerWindows of(List<Window> layers) {
    List<Window> different = layers.stream().distinct().toList();
    return new LayerWindows(different, layers.stream().map(different::indexOf).toList());
  }

  /** Returns the number of different windows, at least 1. */
  public int count() {
    return different.size();
  }

  /** Returns the number of layers. */
  public int layers() {
    return ofLayer.size();
  }

  /** Returns the index of a layer's window. */
  public int index(int layer) {
    return ofLayer.get(layer);
  }
}
