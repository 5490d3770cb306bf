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
  public int trials(PairTargets pair, int part) {
    return pair.targets[part].queries.length;
  }

  @Override
  public Kinds kinds(PairTargets pair) {
    return pair.cells;
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
    int at = part * pair.heads;
    System.arraycopy(pairSums.mass, at, to.observed, at, pair.heads);
    if (pair.families[part] == Family.CONTENT) {
      pair.cells.sum(part, chance.expected, pair.heads, to.expected, at);
      for (int slot = at; slot < at + pair.heads; slot++) {
        to.expected[slot] /= pair.content.length;
      }
    } else {
      Arrays.fill(to.expected, at, at + pair.heads, pair.uniform[part]);
    }
  }
}
