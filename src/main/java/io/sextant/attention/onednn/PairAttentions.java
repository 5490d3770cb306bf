package io.sextant.attention.onednn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** A task's cache of {@link PairAttention} by length, which evicts the least recently used. */
final class PairAttentions implements AutoCloseable {
  private static final int BOUND = 64;

  private final LinkedHashMap<Integer, PairAttention> byLength =
      new LinkedHashMap<>(16, .75f, true);
  private final IntFunction<PairAttention> maker;

  PairAttentions(IntFunction<PairAttention> maker) {
    this.maker = maker;
  }

  PairAttention of(int length) {
    PairAttention known = byLength.get(length);
    if (known != null) {
      return known;
    }
    if (byLength.size() == BOUND) {
      Map.Entry<Integer, PairAttention> eldest = byLength.entrySet().iterator().next();
      byLength.remove(eldest.getKey());
      eldest.getValue().close();
    }
    PairAttention made = maker.apply(length);
    byLength.put(length, made);
    return made;
  }

  @Override
  public void close() {
    byLength.values().forEach(PairAttention::close);
    byLength.clear();
  }
}
