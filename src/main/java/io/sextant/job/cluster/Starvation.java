package io.sextant.job.cluster;

import java.util.OptionalLong;

/**
 * Decides when to report that work waits and no executor is there. The first report is due after a
 * minute, and each later one when the wait is five times as long as at the report before.
 */
final class Starvation {
  static final long FIRST_SECONDS = 60;
  private static final long SPARSER = 5;

  private long since = -1;
  private long next = FIRST_SECONDS;

  /**
   * Records one observation.
   *
   * @param second the time of a monotonic clock, in seconds
   * @param starved whether work waits and no executor is there
   * @return for how many seconds work has waited, if a report is due
   */
  OptionalLong at(long second, boolean starved) {
    if (!starved) {
      since = -1;
      next = FIRST_SECONDS;
      return OptionalLong.empty();
    }
    if (since < 0) {
      since = second;
    }
    long waited = second - since;
    if (waited < next) {
      return OptionalLong.empty();
    }
    next = waited * SPARSER;
    return OptionalLong.of(waited);
  }
}
