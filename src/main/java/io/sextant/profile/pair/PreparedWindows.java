package io.sextant.profile.pair;

import io.sextant.bert.Window;
import io.sextant.pattern.AnnotatedPair;
import io.sextant.profile.state.Layout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A pair, prepared for every layer. Layers whose queries see the same keys of the pair share a
 * {@link PreparedPair}; if the pair is not longer than the windows, all layers do.
 */
public final class PreparedWindows {
  private final List<PreparedPair> prepared = new ArrayList<>();

  /** For each layer, the index of its pair in {@link #prepared}. */
  private final int[] ofLayer;

  public PreparedWindows(
      AnnotatedPair pair, WordView view, Layout layout, Calibration calibration) {
    ofLayer = new int[layout.windows().size()];
    Map<Window, Integer> known = new LinkedHashMap<>();
    for (int layer = 0; layer < ofLayer.length; layer++) {
      Window given = layout.windows().get(layer);
      Window window = given.reach() >= view.tokens() - 1 ? Window.FULL : given;
      if (!known.containsKey(window)) {
        known.put(window, prepared.size());
        prepared.add(new PreparedPair(pair, view, layout, calibration, window));
      }
      ofLayer[layer] = known.get(window);
    }
  }

  /** Returns the number of different prepared pairs, at least 1. */
  public int count() {
    return prepared.size();
  }

  /** Returns a prepared pair by its index. */
  public PreparedPair get(int index) {
    return prepared.get(index);
  }

  /** Returns the index of the prepared pair of a layer. */
  public int indexOf(int layer) {
    return ofLayer[layer];
  }
}
