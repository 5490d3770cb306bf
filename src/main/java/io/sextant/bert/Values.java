package io.sextant.bert;

/** A source of float32 values by position. Many threads may read it at once. */
@FunctionalInterface
public interface Values {

  /** Copies the values from position {@code from} on to {@code into[at]} and what follows. */
  void read(int from, float[] into, int at, int count);
}
