package io.sextant.profile;

import io.sextant.attention.AttentionMap;

/** What is read of every row of one head's map: its content mass and its strongest content key. */
final class HeadRows {
  /** Index of the head in its layer. */
  int head;

  /** By query: attention to content keys. */
  double[] content = new double[0];

  /** By query: the content key with the greatest weight. */
  int[] strongest = new int[0];

  /** Greatest distance of a row's sum from 1; infinite if one is not a number. */
  double worstRowSum;

  void read(PairTargets pair, AttentionMap map, int h) {
    if (strongest.length < map.size()) {
      strongest = new int[map.size()];
      content = new double[map.size()];
    }
    head = h;
    worstRowSum = 0;
    float[] weights = map.weights();
    for (int query = 0; query < map.size(); query++) {
      int row = map.row(h, query);
      double delimiterMass = 0;
      for (int key : pair.delimiters) {
        delimiterMass += weights[row + key];
      }
      double contentMass = 0;
      float greatest = -1;
      int best = pair.content[0];
      for (int key : pair.content) {
        float weight = weights[row + key];
        contentMass += weight;
        if (weight > greatest) {
          greatest = weight;
          best = key;
        }
      }
      strongest[query] = best;
      content[query] = contentMass;
      double deviation = Math.abs(delimiterMass + contentMass - 1);
      // Not "deviation > worst", which NaN would pass.
      if (!(deviation <= worstRowSum)) {
        worstRowSum = Double.isNaN(deviation) ? Double.POSITIVE_INFINITY : deviation;
      }
    }
  }
}
