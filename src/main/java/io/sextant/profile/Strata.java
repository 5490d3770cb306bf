package io.sextant.profile;

import io.sextant.text.EncodedPair;
import java.util.List;

/**
 * The subsets of the corpus that are scored apart. Every pair is in {@code all} and in one of each
 * kind.
 */
final class Strata {
  /** Names in tables, by index. */
  static final List<String> NAMES =
      List.of("all", "n<=16", "n17-32", "n33-64", "n65-128", "n>128", "period", "no_period");

  private Strata() {}

  /** Indices of the strata that a pair belongs to. */
  static int[] of(EncodedPair pair) {
    return new int[] {0, length(pair.size()), endsWithPeriod(pair) ? 6 : 7};
  }

  private static int length(int pieces) {
    if (pieces <= 16) {
      return 1;
    } else if (pieces <= 32) {
      return 2;
    } else if (pieces <= 64) {
      return 3;
    }
    return pieces <= 128 ? 4 : 5;
  }

  private static boolean endsWithPeriod(EncodedPair pair) {
    int last = pair.size() - 2;
    return pair.isPunctuation(last) && pair.words().get(pair.wordOf()[last]).text().equals(".");
  }
}
