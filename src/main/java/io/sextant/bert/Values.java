package io.sextant.bert;

/** A source of float32 values by index. Implementations are safe for use by several threads. */
@FunctionalInterface
public interface Values {

  /**
   * Copies {@code count} values, from index {@code from} on, to {@code into} from {@code at} on.
   */
  void read(int from, float[] into, int at, int count);
}
