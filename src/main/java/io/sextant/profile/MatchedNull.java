package io.sextant.profile;

import io.sextant.attention.AttentionMap;
import io.sextant.pattern.Family;

/**
 * B2: every target is held against a matched control, a key that is no target but like it in
 * sentence, distance and frequency; see {@link MatchedControls}. Its wins over all comparisons are
 * the AUC.
 */
final class MatchedNull implements NullModel {

  @Override
  public boolean appliesTo(Family family) {
    return family == Family.CONTENT;
  }

  @Override
  public int trials(PairTargets pair, int part) {
    return pair.controls[part].size();
  }

  @Override
  public void score(
      PairTargets pair, int part, AttentionMap map, HeadRows rows, double mass, Score score) {
    MatchedControls controls = pair.controls[part];
    float[] weights = map.weights();
    double observed = 0;
    double expected = 0;
    double wins = 0;
    for (int k = 0; k < controls.size(); k++) {
      int row = map.row(rows.head, controls.query(k));
      float target = weights[row + controls.target(k)];
      float control = weights[row + controls.control(k)];
      observed += target;
      expected += control;
      wins += target > control ? 1 : target == control ? 0.5 : 0;
    }
    score.observed = observed;
    score.expected = expected;
    score.wins = wins;
  }
}
