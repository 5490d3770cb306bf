package io.sextant.table;

import java.io.Serializable;

/**
 * The heads of a model, numbered over all layers: head h of layer l is number {@code l *
 * headsPerLayer + h}.
 *
 * @param layers of the model
 * @param headsPerLayer heads of each
 */
public record HeadGrid(int layers, int headsPerLayer) implements Serializable {

  /** The heads of all layers. */
  public int heads() {
    return layers * headsPerLayer;
  }

  /** The number of a head over all layers. */
  public int number(int layer, int head) {
    return layer * headsPerLayer + head;
  }

  /** The layer that a head is in, by its number over all layers. */
  public int layer(int number) {
    return number / headsPerLayer;
  }

  /** The head's number in its own layer, by its number over all layers. */
  public int head(int number) {
    return number % headsPerLayer;
  }
}
