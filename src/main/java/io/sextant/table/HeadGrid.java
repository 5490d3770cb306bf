package io.sextant.table;

import java.io.Serializable;

/**
 * The heads of a model, numbered over all layers: head h of layer l is number {@code l *
 * headsPerLayer + h}.
 *
 * @param layers the number of layers of the model
 * @param headsPerLayer the number of heads of each layer
 */
public record HeadGrid(int layers, int headsPerLayer) implements Serializable {

  /** Returns the number of heads of all layers. */
  public int heads() {
    return layers * headsPerLayer;
  }

  /** Returns the number of a head over all layers. */
  public int number(int layer, int head) {
    return layer * headsPerLayer + head;
  }

  /** Returns the layer of a head, by the head's number over all layers. */
  public int layer(int number) {
    return number / headsPerLayer;
  }

  /** Returns the number of a head in its own layer, by its number over all layers. */
  public int head(int number) {
    return number % headsPerLayer;
  }
}
