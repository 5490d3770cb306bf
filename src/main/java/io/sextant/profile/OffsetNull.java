package io.sextant.profile;

import io.sextant.attention.AttentionMap;
import io.sextant.pattern.Family;
import io.sextant.pattern.Targets;

/**
 * B1: the head's own habit of position. What a query gives to content is laid out over the content
 * keys in proportion to the head's mean weight at their signed offset, in the same or the other
 * sentence, as a calibration sample showed it. A head that is merely positional has lift 1.
 */
final class OffsetNull implements NullModel {
  private final Calibration calibration;
  private double[] total = new double[0];
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
    return pair.targets[part].queries();
  }

  @Override
  public void open(PairTargets pair, HeadRows rows, int head) {
    int n = pair.pair.size();
    if (total.length < n) {
      total = new double[n];
    }
    bins = head * OffsetSums.BINS;
    for (int query : pair.content) {
      double sum = 0;
      for (int key : pair.content) {
        sum += calibration.weights()[bins + pair.bins[query * n + key]];
      }
      total[query] = sum;
    }
  }

  @Override
  public void score(
      PairTargets pair, int part, AttentionMap map, HeadRows rows, double mass, Score score) {
    Targets targets = pair.targets[part];
    int n = pair.pair.size();
    double expected = 0;
    for (int r = 0; r < targets.queries(); r++) {
      int query = targets.query(r);
      double atTargets = 0;
      for (int k = targets.firstRange(r); k < targets.firstRange(r + 1); k++) {
        for (int key = targets.start(k); key < targets.end(k); key++) {
          atTargets += calibration.weights()[bins + pair.bins[query * n + key]];
        }
      }
      expected += total[query] > 0 ? rows.content[query] * atTargets / total[query] : 0;
    }
    score.observed = mass;
    score.expected = expected;
  }
}
