package io.sextant.linguistics;

/** How many cosines lie in each of {@value #CELLS} equal cells from -1 to 1. */
final class CosineHistogram {
  private static final int CELLS = 1 << 16;

  private final int[] counts = new int[CELLS];
  private long all;

  /** Counts a cosine; what rounding has put beyond 1 counts as 1. */
  void add(float cosine) {
    int cell = (int) ((cosine + 1) * (CELLS / 2));
    counts[Math.max(0, Math.min(CELLS - 1, cell))]++;
    all++;
  }

  /**
   * The least border of a cell that at most this part of the cosines lies over; infinite if there
   * are none.
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
