package io.sextant.profile;

import io.sextant.attention.AttentionMap;
import io.sextant.pattern.Family;
import java.util.Arrays;

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
  public void read(
      PairTargets pair, AttentionMap map, LayerRows rows, int h, int head, KindSums.Chance chance) {
    int first = h * map.size();
    for (int i = 0; i < pair.contentCells.length; i++) {
      int slot = pair.contentKinds[i] * pair.heads + head;
      chance.expected[slot] += rows.content[first + pair.contentQueries[i]];
    }
  }

  @Override
  public void sum(
      PairTargets pair, int part, PairSums pairSums, KindSums.Chance chance, PairSums.NullSums to) {
    NullModel.super.sum(pair, part, pairSums, chance, to);
    int at = part * pair.heads;
    if (pair.families[part] != Family.CONTENT) {
      Arrays.fill(to.expected, at, at + pair.heads, pair.uniform[part]);
      return;
    }
    for (int slot = at; slot < at + pair.heads; slot++) {
      to.expected[slot] /= pair.content.length;
    }
  }
}
