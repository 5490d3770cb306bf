package io.sextant.profile;

import io.sextant.attention.AttentionMap;
import io.sextant.pattern.Family;
import java.util.function.Function;

/**
 * Every target is held against a control; see {@link MatchedControls}. Wins over all comparisons
 * are the AUC. B2: a key that is no target but like it in sentence, distance and frequency. B3: the
 * key at the query's own index in the other sentence, for patterns that ask for it.
 */
final class MatchedNull implements NullModel {
  private final Function<PairTargets, MatchedControls[]> controlsOf;

  /** A null of a kind of controls, which a pair has by part. */
  MatchedNull(Function<PairTargets, MatchedControls[]> controlsOf) {
    this.controlsOf = controlsOf;
  }

  @Override
  public boolean appliesTo(Family family) {
    return family == Family.CONTENT;
  }

  @Override
  public int trials(PairTargets pair, int part) {
    return controlsOf.apply(pair)[part].size();
  }

  @Override
  public void score(
      PairTargets pair, int part, AttentionMap map, HeadRows rows, double mass, Score score) {
    MatchedControls controls = controlsOf.apply(pair)[part];
    float[] weights = map.weights();
    double observed = 0;
    double expected = 0;
    int wonOverLost = 0;
    for (int k = 0; k < controls.size(); k++) {
      int row = map.row(rows.head, controls.query(k));
      float target = weights[row + controls.target(k)];
      float control = weights[row + controls.control(k)];
      observed += target;
      expected += control;
      wonOverLost += compare(target, control);
    }
    score.observed = observed;
    score.expected = expected;
    score.wins = (controls.size() + wonOverLost) / 2.;
  }

  /**
   * 1, 0 or -1, without a branch, for which way it goes cannot be foreseen. Weights are not
   * negative, so their bits have their order.
   */
  private static int compare(float target, float control) {
    return Integer.signum(Float.floatToRawIntBits(target) - Float.floatToRawIntBits(control));
  }
}
