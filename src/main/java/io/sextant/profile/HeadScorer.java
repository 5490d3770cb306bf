package io.sextant.profile;

import io.sextant.attention.AttentionMap;
import io.sextant.pattern.Family;

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

  /** By kind of tile: sums of the map, and of the map weighed by norms. */
  private double[] masses = new double[0];

  private double[] normMasses = new double[0];

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
      countHits(pair, head, sums);
      masses = pair.tiles.sum(rows.sums, masses);
      if (normed.isPresent()) {
        normed.read(h);
        normMasses = pair.tiles.sum(normed.sums, normMasses);
      }
      for (NullModel chance : nulls) {
        chance.open(pair, rows, head);
      }
      for (int part = 0; part < families.length; part++) {
        int slot = part * layout.heads() + head;
        if (sums.queries[part] > 0) {
          scorePart(pair, part, map, slot, sums);
          if (normed.isPresent()) {
            sums.normMass[slot] = pair.tiles.mass(part, normMasses);
            sums.normTotal[slot] = pair.targets[part].sum(normed.sums.total);
          }
        }
        if (sums.clarkApplies[part]) {
          sums.clark[slot] = pair.tiles.mass(pair.clark[part], masses) / map.size();
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
    for (int query : pair.content) {
      int row = map.row(rows.head, query);
      double away = 0;
      float greatest = weights[row + rows.strongest[query]];
      for (int key : pair.delimiters) {
        greatest = Math.max(greatest, weights[row + key]);
      }
      for (int segment = 0; segment < pair.sentences; segment++) {
        sums.offsets.add(pair.pair, head, query, segment, weights, row, rows.sums);
      }
      for (int key = 0; key < n; key++) {
        away += Math.abs(query - key) * (double) weights[row + key];
      }
      distance += away;
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

  /** For every part the queries whose strongest content key is a target. */
  private void countHits(PairTargets pair, int head, PairSums sums) {
    int n = pair.pair.size();
    long ofParts = -1L >>> Tiles.MOST_SETS - families.length;
    for (int part = 0; part < families.length; part++) {
      sums.top1[part * layout.heads() + head] = 0;
    }
    for (int query = 0; query < n; query++) {
      long hit = pair.tiles.setsAt[query * n + rows.strongest[query]] & ofParts;
      while (hit != 0) {
        sums.top1[Long.numberOfTrailingZeros(hit) * layout.heads() + head]++;
        hit &= hit - 1;
      }
    }
  }

  private void scorePart(PairTargets pair, int part, AttentionMap map, int slot, PairSums sums) {
    PartTargets targets = pair.targets[part];
    double mass = pair.tiles.mass(part, masses);
    sums.mass[slot] = mass;
    sums.content[slot] = targets.sum(rows.content);
    sums.queriesBySlot[slot] = targets.queries.length;
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
}
