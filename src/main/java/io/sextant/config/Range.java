package io.sextant.config;

import io.sextant.fault.UsageException;

/** Holds the value of a setting to its bounds. A key is the setting's name within its record. */
final class Range {
  private Range() {}

  /** Refuses what is less than the least. */
  static void atLeast(int least, String key, int value) {
    if (value < least) {
      throw new UsageException(key + " is " + value + ": it must be at least " + least);
    }
  }

  /** Refuses what is no part of a whole. */
  static void fraction(String key, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new UsageException(key + " is " + value + ": it must be from 0 to 1");
    }
  }
}
