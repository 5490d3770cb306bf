package io.sextant.job.run;

import java.util.ArrayList;
import java.util.List;

/**
 * The chunks after which a run that may stop early checks whether its intervals are narrow enough.
 * The first check comes after 1/32 of the chunks, and each later one after half as many again. The
 * schedule depends on the number of chunks alone.
 */
public final class StoppingSchedule {
  private static final int FIRST = 32;

  private StoppingSchedule() {}

  /** Returns the numbers of chunks after which to check, ascending; the last is all of them. */
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
