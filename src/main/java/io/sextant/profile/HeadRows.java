package io.sextant.profile;

import io.sextant.attention.AttentionMap;
import io.sextant.text.EncodedPair;

/** What is read of every row of one head's map before any part of a pattern is looked at. */
final class HeadRows {
  /** Index of the head in its layer. */
  int head;

  /** The map along its rows. */
  final RunningSums sums = new RunningSums();

  /** By query: attention to content keys. */
  double[] content = new double[0];

  /** By query: the content key with the greatest weight. */
  int[] strongest = new int[0];

  /** Greatest distance of a row's sum from 1; infinite if one is not a number. */
  double worstRowSum;

  void read(PairTargets pair, AttentionMap map, int h) {
    int n = map.size();
    if (strongest.length < n) {
      strongest = new int[n];
      content = new double[n];
    }
    head = h;
    sums.read(map.weights(), map.row(h, 0), n);
    worstRowSum = 0;
    for (int query = 0; query < n; query++) {
      readContent(pair, map, query);
      double deviation = Math.abs(sums.total[query] - 1);
      // Not "deviation > worst", which NaN would pass.
      if (!(deviation <= worstRowSum)) {
        worstRowSum = Double.isNaN(deviation) ? Double.POSITIVE_INFINITY : deviation;
      }
    }
  }

  private void readContent(PairTargets targets, AttentionMap map, int query) {
    EncodedPair pair = targets.pair;
    float[] weights = map.weights();
    int row = map.row(head, query);
    double sum = 0;
    int even = 0;
    int odd = 0;
    for (int segment = 0; segment < targets.sentences; segment++) {
      int start = pair.sentenceStart(segment);
      int end = pair.sentenceEnd(segment);
      sum += sums.of(query, start, end);
      // Two maxima, which do not wait for each other; the last key may be looked at twice.
      for (int key = start; key < end; key += 2) {
        even = Math.max(even, bits(weights[row + key]));
        odd = Math.max(odd, bits(weights[row + Math.min(key + 1, end - 1)]));
      }
    }
    content[query] = sum;
    int greatest = Math.max(even, odd);
    int best = targets.content[0];
    while (best < map.size() - 1
        && (bits(weights[row + best]) != greatest || pair.isDelimiter(best))) {
      best++;
    }
    strongest[query] = best;
  }

  /** Weights are not negative, so their bits have their order, and need no branch to compare. */
  private static int bits(float weight) {
    return Float.floatToRawIntBits(weight);
  }
}
