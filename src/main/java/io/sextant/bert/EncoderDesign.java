package io.sextant.bert;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;

/**
 * What distinguishes the layers of encoders, apart from their sizes and activation.
 *
 * @param position how attention learns the positions
 * @param norms where the layer norms are
 * @param gated whether the feed-forward networks have a gate
 * @param windows the keys that the queries of each layer see; it must not be changed
 */
public record EncoderDesign(
    Position position, NormPlacement norms, boolean gated, List<Window> windows)
    implements Serializable {

  /** Creates a design in which every query sees all keys. */
  public EncoderDesign(Position position, NormPlacement norms, boolean gated, int layers) {
    this(position, norms, gated, Collections.nCopies(layers, Window.FULL));
  }

  /**
   * Returns whether a layer adds anything to the scaled products of queries and keys: a bias, terms
   * of relative positions, or the bounds of a window.
   */
  public boolean addsToScores() {
    return position instanceof Position.Bias
        || position instanceof Position.Disentangled
        || windows.stream().anyMatch(Window::isLocal);
  }

  /** Returns BERT's design. */
  static EncoderDesign bert(int layers) {
    return new EncoderDesign(new Position.Absolute(), NormPlacement.AFTER, false, layers);
  }
}
