package io.sextant.profile;

import io.sextant.attention.AttentionMap;
import io.sextant.pattern.Family;
import io.sextant.pattern.Targets;

/**
 * The hot loop: reads one head's map of one pair and fills its slots of the pair's sums. One per
 * task.
 */
final class HeadScorer {
  private final Layout layout;
  private final Family[] families;
  private final NullModel[] nulls;
  private final HeadRows rows = new HeadRows();
  private final NullModel.Score score = new NullModel.Score();

  HeadScorer(Layout layout, Calibration calibration) {
    this.layout = layout;
    this.families = layout.families();
    this.nulls = NullModel.all(calibration).toArray(new NullModel[0]);
  }

  /** Counts what the nulls can say of a pair, before its heads are scored. */
  void start(PairTargets pair, PairSums sums) {
    for (int k = 0; k < nulls.length; k++) {
      for (int part = 0; part < families.length; part++) {
        sums.nulls[k].trials[part] =
            nulls[k].appliesTo(families[part]) ? nulls[k].trials(pair, part) : 0;
      }
    }
  }

  /**
   * Takes all heads of a layer.
   *
   * @param normed opened on the same heads
   */
  void score(PairTargets pair, int layer, AttentionMap map, NormedRows normed, PairSums sums) {
    for (int h = 0; h < map.heads(); h++) {
      int head = layer * layout.headsPerLayer() + h;
      rows.read(pair, map, h);
      sums.worstRowSum = Math.max(sums.worstRowSum, rows.worstRowSum);
      describe(pair, map, head, sums);
      if (normed.isPresent()) {
        normed.read(h);
      }
      for (NullModel chance : nulls) {
        chance.open(pair, rows, head);
      }
      for (int part = 0; part < families.length; part++) {
        if (sums.queries[part] > 0) {
          scorePart(pair, part, map, part * layout.heads() + head, sums);
          if (normed.isPresent()) {
            weighNorms(pair, part, normed, part * layout.heads() + head, sums);
          }
        }
        if (sums.clarkApplies[part]) {
          sums.clark[part * layout.heads() + head] = clarkShare(pair.clark[part], map);
        }
      }
    }
  }

  private void describe(PairTargets pair, AttentionMap map, int head, PairSums sums) {
    float[] weights = map.weights();
    int n = map.size();
    double entropy = 0;
    double distance = 0;
    double confidence = 0;
    double[] offsets = sums.offsets.mass;
    int bins = head * OffsetSums.BINS;
    for (int query : pair.content) {
      int row = map.row(rows.head, query);
      float greatest = weights[row + rows.strongest[query]];
      for (int key : pair.delimiters) {
        greatest = Math.max(greatest, weights[row + key]);
        distance += Math.abs(query - key) * (double) weights[row + key];
      }
      for (int key : pair.content) {
        double weight = weights[row + key];
        distance += Math.abs(query - key) * weight;
        offsets[bins + pair.bins[query * n + key]] += weight;
      }
      entropy += map.entropies()[rows.head * n + query];
      confidence += greatest;
    }
    double allRows = 0;
    for (int query = 0; query < n; query++) {
      allRows += map.entropies()[rows.head * n + query];
    }
    sums.descriptions[Description.ENTROPY.ordinal()][head] = entropy;
    sums.descriptions[Description.ENTROPY_RATIO.ordinal()][head] = entropy / Math.log(n);
    sums.descriptions[Description.DISTANCE.ordinal()][head] = distance;
    sums.descriptions[Description.CONFIDENCE.ordinal()][head] = confidence;
    sums.descriptions[Description.ENTROPY_ALL_ROWS.ordinal()][head] = allRows / n;
  }

  private void scorePart(PairTargets pair, int part, AttentionMap map, int slot, PairSums sums) {
    Targets targets = pair.targets[part];
    float[] weights = map.weights();
    double mass = 0;
    double contentMass = 0;
    int hits = 0;
    for (int r = 0; r < targets.queries(); r++) {
      int query = targets.query(r);
      mass += targets.mass(r, weights, map.row(rows.head, query));
      contentMass += rows.content[query];
      if (targets.contains(r, rows.strongest[query])) {
        hits++;
      }
    }
    sums.mass[slot] = mass;
    sums.content[slot] = contentMass;
    sums.queriesBySlot[slot] = targets.queries();
    sums.top1[slot] = hits;
    for (int k = 0; k < nulls.length; k++) {
      PairSums.NullSums of = sums.nulls[k];
      if (of.trials[part] > 0) {
        score.wins = 0;
        nulls[k].score(pair, part, map, rows, mass, score);
        of.observed[slot] = score.observed;
        of.expected[slot] = score.expected;
        of.wins[slot] = score.wins;
      }
    }
  }

  private void weighNorms(PairTargets pair, int part, NormedRows normed, int slot, PairSums sums) {
    Targets targets = pair.targets[part];
    int n = pair.pair.size();
    double mass = 0;
    double total = 0;
    for (int r = 0; r < targets.queries(); r++) {
      int query = targets.query(r);
      mass += targets.mass(r, normed.weights, query * n);
      total += normed.total[query];
    }
    sums.normMass[slot] = mass;
    sums.normTotal[slot] = total;
  }

  private double clarkShare(Targets clark, AttentionMap map) {
    double mass = 0;
    for (int r = 0; r < clark.queries(); r++) {
      mass += clark.mass(r, map.weights(), map.row(rows.head, clark.query(r)));
    }
    return mass / map.size();
  }
}
