package io.sextant.job.cluster;

import java.util.OptionalLong;

/**
 * Tells when to say that work waits for executors and none is there: after a minute, then ever more
 * sparsely, each time when five times as long has passed.
 */
final class Starvation {
  static final long FIRST_SECONDS = 60;
  private static final long SPARSER = 5;

  private long since = -1;
  private long next = FIRST_SECONDS;

  /**
   * Takes what is seen at a moment.
   *
   * @param second of any clock that does not go back
   * @return for how many seconds no executor has come, if it is time to say so
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
