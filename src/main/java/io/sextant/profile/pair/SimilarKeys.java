package io.sextant.profile.pair;

import io.sextant.text.EncodedPair;

/**
 * The rule of the null {@code matched}. Controls are all content keys that no part of the pattern
 * targets from the query, that belong to another word than the query, and that resemble the target:
 * they are in the target's sentence, in its band of distance from the query (1, 2, 3-4, 5-8, 9+),
 * and within a caliper of one decile of frequency (Rosenbaum and Rubin 1985). All controls have
 * equal weight.
 */
final class SimilarKeys implements MatchedControls {
  /** The greatest difference between the frequency deciles of a control and its target. */
  static final int CALIPER = 1;

  /** The smallest distance of each band from 1 on, followed by a distance that no key has. */
  private static final int[] NEAREST = {0, 1, 2, 3, 5, 9, Integer.MAX_VALUE};

  private final EncodedPair pair;
  private final boolean[] targeted;
  private final int[] decile;

  /**
   * Creates the rule for a pair.
   *
   * @param targeted for each cell of the n * n map, whether the pattern targets the key from the
   *     query in any of its parts
   * @param decile the frequency decile of each position
   */
  SimilarKeys(EncodedPair pair, boolean[] targeted, int[] decile) {
    this.pair = pair;
    this.targeted = targeted;
    this.decile = decile;
  }

  /**
   * Returns the band of the distance between a query and a key: 1 to 5, or 0 for the query itself.
   */
  static int band(int query, int key) {
    int distance = Math.abs(query - key);
    int band = 0;
    while (distance >= NEAREST[band + 1]) {
      band++;
    }
    return band;
  }

  @Override
  public int find(int query, int target, int[] keys) {
    int band = band(query, target);
    int near = NEAREST[band];
    int far = Math.min(NEAREST[band + 1] - 1, pair.size());
    int count = 0;
    if (near > 0 && !pair.isDelimiter(target)) {
      count = find(query, target, query - far, query - near, keys, count);
      count = find(query, target, query + near, query + far, keys, count);
    }
    return count;
  }

  /** Adds the controls between two positions, both included. */
  private int find(int query, int target, int from, int to, int[] keys, int found) {
    int segment = pair.segment(target);
    int end = Math.min(pair.sentenceEnd(segment), to + 1);
    int count = found;
    for (int key = Math.max(pair.sentenceStart(segment), from); key < end; key++) {
      if (!targeted[query * pair.size() + key]
          && pair.wordOf()[key] != pair.wordOf()[query]
          && Math.abs(decile[key] - decile[target]) <= CALIPER) {
        keys[count++] = key;
      }
    }
    return count;
  }
}
