package io.sextant.attention;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps a copy of every map and pooled state. */
public final class RecordingSink implements AttentionSink {
  private final Map<Integer, List<AttentionMap>> maps = new TreeMap<>();
  private final Map<Integer, float[]> pooled = new TreeMap<>();

  /** Returns the maps of a pair by layer. */
  public List<AttentionMap> of(int pair) {
    return maps.get(pair);
  }

  /** Returns the number of pairs with a map. */
  public int pairs() {
    return maps.size();
  }

  /** Returns the pooled last hidden states of a pair; null if the runner outputs none. */
  public float[] pooled(int pair) {
    return pooled.get(pair);
  }

  @Override
  public void acceptPooled(int pair, float[] state) {
    if (pooled.put(pair, state.clone()) != null) {
      throw new AssertionError("pair " + pair + " has two pooled states");
    }
  }

  @Override
  public void accept(int pair, int layer, AttentionMap map) {
    List<AttentionMap> layers = maps.computeIfAbsent(pair, first -> new ArrayList<>());
    if (layer != layers.size()) {
      throw new AssertionError("pair " + pair + ": layer " + layer + " after " + layers.size());
    }
    layers.add(map.copy());
  }
}
