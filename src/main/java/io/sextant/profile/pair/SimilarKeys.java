package io.sextant.profile.pair;

import io.sextant.text.EncodedPair;
import java.util.Arrays;

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

  private static final int DECILES = 10;

  /** The number of sentences, bands and deciles of a target. */
  static final int KINDS = 2 * (NEAREST.length - 1) * DECILES;

  private final EncodedPair pair;
  private final boolean[] targeted;
  private final int[] decile;

  /** For each sentence and decile, the keys of the sentence that are within the caliper. */
  private final int[][][] alike = new int[2][DECILES][];

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
    for (int segment = 0; segment < 2; segment++) {
      for (int middle = 0; middle < DECILES; middle++) {
        alike[segment][middle] = alike(segment, middle);
      }
    }
  }

  private int[] alike(int segment, int middle) {
    int[] keys = new int[pair.size()];
    int count = 0;
    for (int key = pair.sentenceStart(segment); key < pair.sentenceEnd(segment); key++) {
      if (Math.abs(decile[key] - middle) <= CALIPER) {
        keys[count++] = key;
      }
    }
    return Arrays.copyOf(keys, count);
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
  public int kind(int query, int target) {
    int band = band(query, target);
    if (band == 0 || pair.isDelimiter(target)) {
      return NO_KIND;
    }
    int bandOfSentence = pair.segment(target) * (NEAREST.length - 1) + band;
    return bandOfSentence * DECILES + decile[target];
  }

  /**
   * Finds the controls of a target. Every key is written, and overwritten by the next if it is no
   * control, because the processor cannot predict which ones are.
   */
  @Override
  public int find(int query, int target, int[] keys) {
    int band = band(query, target);
    if (band == 0 || pair.isDelimiter(target)) {
      return 0;
    }
    int near = NEAREST[band];
    int far = NEAREST[band + 1] - 1;
    int row = query * pair.size();
    int[] wordOf = pair.wordOf();
    int word = wordOf[query];
    int count = 0;
    for (int key : alike[pair.segment(target)][decile[target]]) {
      int distance = Math.abs(key - query);
      boolean isControl =
          near <= distance & distance <= far & !targeted[row + key] & wordOf[key] != word;
      keys[count] = key;
      count += isControl ? 1 : 0;
    }
    return count;
  }
}
