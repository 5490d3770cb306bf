package io.sextant.profile.pair;

import io.sextant.text.EncodedPair;

/**
 * A rule that finds the controls of a target: keys that are similar to the target and that the
 * query does not target. Controls depend on the pair and the pattern, but not on the head.
 */
interface MatchedControls {
  /** The greatest number of kinds of a query's targets. */
  int KINDS = SimilarKeys.KINDS;

  /** The kind of targets that are known to have no controls. */
  int NO_KIND = -1;

  /**
   * Returns the kind of a target, from 0 to {@link #KINDS} - 1, or {@link #NO_KIND}. Targets of one
   * query that have the same kind have the same controls.
   */
  int kind(int query, int target);

  /**
   * Finds the controls of a target.
   *
   * @param keys receives the controls, ascending; its length is that of the pair
   * @return the number of controls; a target with 0 controls is left out
   */
  int find(int query, int target, int[] keys);

  /**
   * Returns the rule of the null {@code same_index}: the only control of a target is the key whose
   * index in the other sentence is that of the query in its own sentence. There is no control if
   * the other sentence has no such key, or if the query targets that key, because heads that relate
   * words and heads that follow the index then cannot be distinguished.
   *
   * @param targeted for each cell of the n * n map, whether the pattern targets the key from the
   *     query in any of its parts
   */
  static MatchedControls sameIndex(EncodedPair pair, boolean[] targeted) {
    return new MatchedControls() {
      @Override
      public int kind(int query, int target) {
        return 0;
      }

      @Override
      public int find(int query, int target, int[] keys) {
        int other = 1 - pair.segment(query);
        int key = query - pair.sentenceStart(1 - other) + pair.sentenceStart(other);
        if (key >= pair.sentenceEnd(other) || targeted[query * pair.size() + key]) {
          return 0;
        }
        keys[0] = key;
        return 1;
      }
    };
  }

  /**
   * Returns a rule for targets that are determined by position or are marks: the controls are the
   * tokens of the target's sentence that are not targeted. A delimiter belongs to the sentence
   * before it, and [CLS] to the first; delimiters are no controls.
   *
   * @param targeted for each cell of the n * n map, whether the pattern targets the key from the
   *     query in any of its parts
   */
  static MatchedControls sameSentence(EncodedPair pair, boolean[] targeted) {
    return new MatchedControls() {
      @Override
      public int kind(int query, int target) {
        return pair.side(target);
      }

      @Override
      public int find(int query, int target, int[] keys) {
        int side = pair.side(target);
        int count = 0;
        for (int key = pair.sentenceStart(side); key < pair.sentenceEnd(side); key++) {
          if (!targeted[query * pair.size() + key]) {
            keys[count++] = key;
          }
        }
        return count;
      }
    };
  }
}
