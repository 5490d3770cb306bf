package io.sextant.profile;

import io.sextant.attention.AttentionMap;
import io.sextant.text.EncodedPair;

/** What is read of every row of one head's map, before any part of a pattern is looked at. */
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
      content[query] = 0;
      strongest[query] = pair.content[0];
      for (int segment = 0; segment < pair.sentences; segment++) {
        readSentence(pair.pair, segment, map, query);
      }
      double deviation = Math.abs(sums.total(query) - 1);
      // Not "deviation > worst", which NaN would pass.
      if (!(deviation <= worstRowSum)) {
        worstRowSum = Double.isNaN(deviation) ? Double.POSITIVE_INFINITY : deviation;
      }
    }
  }

  private void readSentence(EncodedPair pair, int segment, AttentionMap map, int query) {
    int start = pair.sentenceStart(segment);
    int end = pair.sentenceEnd(segment);
    content[query] += sums.of(query, start, end);
    float[] weights = map.weights();
    int row = map.row(head, query);
    int best = strongest[query];
    float greatest = weights[row + best];
    for (int key = start; key < end; key++) {
      float weight = weights[row + key];
      if (weight > greatest) {
        greatest = weight;
        best = key;
      }
    }
    strongest[query] = best;
  }
}
