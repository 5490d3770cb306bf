package io.sextant.profile.pair;

import io.sextant.attention.AttentionMap;
import io.sextant.pattern.Family;

/**
 * The null {@code uniform}: every key gets the same attention, so that the targets get |T(i)| / n.
 * For content patterns, a query's attention to content is distributed equally over the content
 * keys. Keys that the query cannot see are not counted.
 */
final class UniformNull implements NullModel {
  @Override
  public boolean appliesTo(Family family) {
    return true;
  }

  @Override
  public void read(
      PreparedPair pair,
      AttentionMap map,
      RowStatistics rows,
      int h,
      int head,
      PartitionSums.Chance chance) {
    int first = h * map.size();
    for (int i = 0; i < pair.contentQueries.length; i++) {
      int query = pair.contentQueries[i];
      double content = rows.content[first + query] * pair.unseen[query];
      chance.expected.add(pair.contentBlocks[i], head, content);
    }
  }

  @Override
  public void sum(
      PreparedPair pair,
      int part,
      PairSums pairSums,
      PartitionSums.Chance chance,
      PairSums.NullSums to) {
    NullModel.super.sum(pair, part, pairSums, chance, to);
    if (pair.families[part] == Family.CONTENT) {
      to.expected.divide(part, pair.content.length);
    } else {
      to.expected.fill(part, pair.uniform[part]);
    }
  }
}
