package io.sextant.profile;

import io.sextant.attention.AttentionMap;
import io.sextant.pattern.Family;
import io.sextant.pattern.Targets;

/**
 * The hot loop: reads one head's map of one pair once and fills its slots of the pair's sums. One
 * per task; the scratch arrays are by query position.
 */
final class HeadScorer {
  private final Layout layout;
  private final Family[] families;

  private int[] strongest = new int[0];
  private double[] content = new double[0];
  private int[] segment = new int[0];

  HeadScorer(Layout layout) {
    this.layout = layout;
    this.families = layout.parts().stream().map(Layout.Part::family).toArray(Family[]::new);
  }

  /** Takes all heads of a layer. */
  void score(PairTargets pair, int layer, AttentionMap map, PairSums sums) {
    int n = map.size();
    if (strongest.length < n) {
      strongest = new int[n];
      content = new double[n];
      segment = new int[n];
    }
    for (int i = 0; i < n; i++) {
      segment[i] = pair.pair.segment(i);
    }
    for (int h = 0; h < map.heads(); h++) {
      int head = layer * layout.headsPerLayer() + h;
      readRows(pair, map, h, sums);
      describe(pair, map, h, head, sums);
      for (int part = 0; part < families.length; part++) {
        scorePart(pair, part, map, h, part * layout.heads() + head, sums);
      }
    }
  }

  /** Per row: its sum (checked), its content mass, its strongest content key. */
  private void readRows(PairTargets pair, AttentionMap map, int h, PairSums sums) {
    float[] weights = map.weights();
    for (int query = 0; query < map.size(); query++) {
      int row = map.row(h, query);
      double delimiterMass = 0;
      for (int key : pair.delimiters) {
        delimiterMass += weights[row + key];
      }
      double contentMass = 0;
      float greatest = -1;
      int best = -1;
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
      if (!(deviation <= sums.worstRowSum)) {
        sums.worstRowSum = Double.isNaN(deviation) ? Double.POSITIVE_INFINITY : deviation;
      }
    }
  }

  private void describe(PairTargets pair, AttentionMap map, int h, int head, PairSums sums) {
    float[] weights = map.weights();
    double entropy = 0;
    double distance = 0;
    double confidence = 0;
    double[] offsets = sums.offsets.mass;
    int bins = head * OffsetSums.BINS;
    for (int query : pair.content) {
      int row = map.row(h, query);
      float greatest = weights[row + strongest[query]];
      for (int key : pair.delimiters) {
        greatest = Math.max(greatest, weights[row + key]);
        distance += Math.abs(query - key) * (double) weights[row + key];
      }
      for (int key : pair.content) {
        double weight = weights[row + key];
        distance += Math.abs(query - key) * weight;
        offsets[bins + OffsetSums.bin(query, key, segment[query] == segment[key])] += weight;
      }
      entropy += map.entropies()[h * map.size() + query];
      confidence += greatest;
    }
    double allRows = 0;
    for (int query = 0; query < map.size(); query++) {
      allRows += map.entropies()[h * map.size() + query];
    }
    sums.descriptions[Description.ENTROPY.ordinal()][head] = entropy;
    sums.descriptions[Description.ENTROPY_RATIO.ordinal()][head] = entropy / Math.log(map.size());
    sums.descriptions[Description.DISTANCE.ordinal()][head] = distance;
    sums.descriptions[Description.CONFIDENCE.ordinal()][head] = confidence;
    sums.descriptions[Description.ENTROPY_ALL_ROWS.ordinal()][head] = allRows / map.size();
  }

  private void scorePart(
      PairTargets pair, int part, AttentionMap map, int h, int slot, PairSums sums) {
    Targets targets = pair.targets[part];
    float[] weights = map.weights();
    double mass = 0;
    double contentMass = 0;
    double expected = 0;
    int hits = 0;
    for (int r = 0; r < targets.queries(); r++) {
      int query = targets.query(r);
      mass += targets.mass(r, weights, map.row(h, query));
      contentMass += content[query];
      expected += content[query] * targets.count(r);
      if (targets.contains(r, strongest[query])) {
        hits++;
      }
    }
    sums.mass[slot] = mass;
    sums.content[slot] = contentMass;
    sums.expected[slot] =
        families[part] == Family.CONTENT ? expected / pair.content.length : pair.uniform[part];
    sums.top1[slot] = hits;
    sums.clark[slot] = clarkShare(pair.clark[part], map, h);
  }

  private static double clarkShare(Targets clark, AttentionMap map, int h) {
    double mass = 0;
    for (int r = 0; r < clark.queries(); r++) {
      mass += clark.mass(r, map.weights(), map.row(h, clark.query(r)));
    }
    return mass / map.size();
  }
}
