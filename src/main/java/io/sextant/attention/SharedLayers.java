package io.sextant.attention;

import io.sextant.bert.EncoderLayer;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Layers in a backend's format. Layers that share their weights, as ALBERT's do, also share it. */
public final class SharedLayers {
  private SharedLayers() {}

  /**
   * Converts layers.
   *
   * @param convert is called once for each object in {@code layers}, however often it occurs there
   * @return the results in the order of {@code layers}
   */
  public static <T> List<T> of(List<EncoderLayer> layers, Function<EncoderLayer, T> convert) {
    Map<EncoderLayer, T> converted = new IdentityHashMap<>();
    return layers.stream().map(layer -> converted.computeIfAbsent(layer, convert)).toList();
  }
}
