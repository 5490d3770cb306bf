package io.sextant.profile;

import io.sextant.attention.AttentionMap;
import io.sextant.pattern.Family;

/**
 * B1: the head's own habit of position. What a query gives to content is laid out over the content
 * keys in proportion to the head's mean weight at their signed offset, in the same or the other
 * sentence, as a calibration sample showed it. A head that is merely positional has lift 1.
 */
final class OffsetNull implements NullModel {
  private final Calibration calibration;

  /** By query: what it gives to content over the sum of the head's mean weights at its keys. */
  private double[] scale = new double[0];

  private int bins;

  OffsetNull(Calibration calibration) {
    this.calibration = calibration;
  }

  @Override
  public boolean appliesTo(Family family) {
    return family == Family.CONTENT;
  }

  @Override
  public int trials(PairTargets pair, int part) {
    return pair.targets[part].queries.length;
  }

  @Override
  public void open(PairTargets pair, HeadRows rows, int head) {
    int n = pair.pair.size();
    if (scale.length < n) {
      scale = new double[n];
    }
    bins = head * OffsetSums.BINS;
    double[] habit = calibration.weights();
    for (int query : pair.content) {
      double sum = 0;
      for (int key : pair.content) {
        sum += habit[bins + pair.bins[query * n + key]];
      }
      scale[query] = sum > 0 ? rows.content[query] / sum : 0;
    }
  }

  @Override
  public void score(
      PairTargets pair, int part, AttentionMap map, HeadRows rows, double mass, Score score) {
    PartTargets targets = pair.targets[part];
    double[] habit = calibration.weights();
    double expected = 0;
    for (int k = 0; k < targets.cells.length; k++) {
      expected += scale[targets.queryOf[k]] * habit[bins + pair.bins[targets.cells[k]]];
    }
    score.observed = mass;
    score.expected = expected;
  }
}
