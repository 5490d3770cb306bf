package io.sextant.job.run;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a run that may stop early looks whether it has enough: after a thirty-second of the chunks,
 * then whenever half as many again have run. Decided by the number of chunks alone.
 */
public final class StoppingSchedule {
  private static final int FIRST = 32;

  private StoppingSchedule() {}

  /** Numbers of chunks after which to look, ascending; the last is all of them. */
  public static List<Integer> ends(int chunks) {
    List<Integer> ends = new ArrayList<>();
    int end = Math.max(1, chunks / FIRST);
    while (end < chunks) {
      ends.add(end);
      end += Math.max(1, end / 2);
    }
    ends.add(chunks);
    return ends;
  }
}
