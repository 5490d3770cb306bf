package io.sextant.profile.pair;

import io.sextant.attention.AttentionMap;
import io.sextant.pattern.Family;
import java.util.List;

/**
 * What chance would give for the same queries. A new null is a new class, a line in {@link #all},
 * an entry at the same place of the catalogue, and its lift in {@code head_patterns}.
 */
public interface NullModel {

  /** The nulls, in the order of the catalogue, which has their names in tables. */
  static List<NullModel> all(Calibration calibration) {
    return List.of(
        new UniformNull(),
        new OffsetNull(calibration),
        new MatchedNull(pair -> pair.matched),
        new MatchedNull(pair -> pair.sameIndex));
  }

  /** Whether patterns of the family are held against it. */
  boolean appliesTo(Family family);

  /** Units without such a query of the part say nothing under this null. */
  default int trials(PreparedPair pair, int part) {
    return pair.targets[part].queries.length;
  }

  /** What it sums by; the sets are the parts, at least. */
  default CellPartition partition(PreparedPair pair) {
    return pair.cells;
  }

  /** Positions by the parts in which the null says something of them as queries. */
  default CellPartition queries(PreparedPair pair) {
    return pair.queries;
  }

  /**
   * Looks at one head of one pair.
   *
   * @param rows of the map
   * @param h the head, counted in its layer
   * @param head the same, counted over all layers
   * @param chance takes the sums by block
   */
  void read(
      PreparedPair pair,
      AttentionMap map,
      RowStatistics rows,
      int h,
      int head,
      PartitionSums.Chance chance);

  /**
   * Sums up a part of a pair that was read, for all heads: its mass is observed, and expected what
   * its blocks have, over all of its queries.
   *
   * @param pairSums has the part's mass, queries and attention to content
   * @param chance the sums by block
   * @param to takes what is observed, expected and won, and over which queries
   */
  default void sum(
      PreparedPair pair,
      int part,
      PairSums pairSums,
      PartitionSums.Chance chance,
      PairSums.NullSums to) {
    to.observed.copy(part, pairSums.mass, part);
    to.content.copy(part, pairSums.content, part);
    to.queries[part] = pairSums.queries[part];
    partition(pair).sum(part, chance.expected, to.expected, part);
  }
}
