package io.sextant.math;

/** Deterministic pseudo-random numbers. */
public final class SplitMix {
  private SplitMix() {}

  /**
   * Returns a step of SplitMix64 (Steele, Lea and Flood 2014), which mixes the bits of a seed and a
   * value.
   */
  public static long step(long seed, long value) {
    long z = (seed ^ value) + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
