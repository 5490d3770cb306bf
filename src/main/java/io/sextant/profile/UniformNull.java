package io.sextant.profile;

import io.sextant.attention.AttentionMap;
import io.sextant.pattern.Family;

/**
 * B0: every key gets the same, |T(i)| / n. For content patterns every content key gets the same
 * part of what the query gives to content.
 */
final class UniformNull implements NullModel {
  @Override
  public boolean appliesTo(Family family) {
    return true;
  }

  @Override
  public int trials(PairTargets pair, int part) {
    return pair.targets[part].queries.length;
  }

  @Override
  public void score(
      PairTargets pair, int part, AttentionMap map, HeadRows rows, double mass, Score score) {
    score.observed = mass;
    if (pair.families[part] != Family.CONTENT) {
      score.expected = pair.uniform[part];
      return;
    }
    PartTargets targets = pair.targets[part];
    double expected = 0;
    for (int r = 0; r < targets.queries.length; r++) {
      expected += rows.content[targets.queries[r]] * targets.counts[r];
    }
    score.expected = expected / pair.content.length;
  }
}
