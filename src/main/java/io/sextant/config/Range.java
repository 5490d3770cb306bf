package io.sextant.config;

import io.sextant.fault.UsageException;

/**
 * Checks that the value of a setting is in its range. A key is the setting's name within its
 * record.
 */
final class Range {
  private Range() {}

  /** Refuses a value below a minimum. */
  static void atLeast(int least, String key, int value) {
    if (value < least) {
      throw new UsageException(key + " is " + value + ": it must be at least " + least);
    }
  }

  /** Refuses a value outside the range from 0 to 1. */
  static void fraction(String key, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new UsageException(key + " is " + value + ": it must be from 0 to 1");
    }
  }
}
