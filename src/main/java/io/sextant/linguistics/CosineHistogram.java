package io.sextant.linguistics;

/** A histogram of cosines with {@value #CELLS} equal cells from -1 to 1. */
final class CosineHistogram {
  private static final int CELLS = 1 << 16;

  private final int[] counts = new int[CELLS];
  private long all;

  /** Counts a cosine; one that exceeds 1 because of rounding counts as 1. */
  void add(float cosine) {
    int cell = (int) ((cosine + 1) * (CELLS / 2));
    counts[Math.max(0, Math.min(CELLS - 1, cell))]++;
    all++;
  }

  /**
   * Returns the smallest cell border that at most the given fraction of the cosines exceeds;
   * infinite if no cosines were counted.
   */
  float over(double part) {
    long most = (long) (all * part);
    int cell = CELLS;
    for (long over = 0; cell > 0 && over + counts[cell - 1] <= most; cell--) {
      over += counts[cell - 1];
    }
    return all == 0 ? Float.POSITIVE_INFINITY : (float) cell / (CELLS / 2) - 1;
  }
}
