package io.sextant.profile.pair;

import io.sextant.text.EncodedPair;

/**
 * The keys that a target is held against: keys that the query does not target, and that are like
 * the target. They depend on the pair and the pattern, never on a head.
 */
interface MatchedControls {

  /**
   * Finds the controls of a target.
   *
   * @param keys takes them, ascending; as long as the pair
   * @return how many there are; with 0 nothing is said of the target
   */
  int find(int query, int target, int[] keys);

  /**
   * The key as far into the other sentence as the query is into its own, for every target. Queries
   * without such a key have no control, nor have those that target it: there a head that relates
   * words and one that goes by place do the same.
   *
   * @param targeted n * n: whether the pattern targets a key from a query in any of its parts
   */
  static MatchedControls sameIndex(EncodedPair pair, boolean[] targeted) {
    return (query, target, keys) -> {
      int other = 1 - pair.segment(query);
      int key = query - pair.sentenceStart(1 - other) + pair.sentenceStart(other);
      if (key >= pair.sentenceEnd(other) || targeted[query * pair.size() + key]) {
        return 0;
      }
      keys[0] = key;
      return 1;
    };
  }
}
