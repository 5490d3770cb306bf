package io.sextant.profile.pair;

import io.sextant.attention.AttentionMap;
import io.sextant.pattern.Family;
import java.util.List;

/**
 * A null model: the attention to targets that chance would give for the same queries. A new null
 * needs a class, a line in {@link #all}, an entry at the same place of the catalogue, and a column
 * for its lift in {@code head_patterns}.
 */
public interface NullModel {

  /** Returns the null models in the order of the catalogue, which has their keys. */
  static List<NullModel> all(Calibration calibration) {
    return List.of(
        new UniformNull(),
        new OffsetNull(calibration),
        new MatchedNull(pair -> pair.matched),
        new MatchedNull(pair -> pair.sameIndex));
  }

  /** Returns whether patterns of a family are compared with this null. */
  boolean appliesTo(Family family);

  /**
   * Returns the number of a part's queries, or of their targets, that the null covers. If it is 0,
   * the null does not cover the part in this pair.
   */
  default int trials(PreparedPair pair, int part) {
    return pair.targets[part].queries();
  }

  /** Returns the partition whose blocks the null sums by. Its first sets are the parts. */
  default CellPartition partition(PreparedPair pair) {
    return pair.cells;
  }

  /**
   * Returns the positions, partitioned by the parts in which they are queries that the null covers.
   */
  default CellPartition queries(PreparedPair pair) {
    return pair.queries;
  }

  /**
   * Reads one head of a pair.
   *
   * @param rows the row statistics of the map
   * @param h the index of the head in its layer
   * @param head the index of the head over all layers
   * @param chance the sums by block, to which the head is added
   */
  void read(
      PreparedPair pair,
      AttentionMap map,
      RowStatistics rows,
      int h,
      int head,
      PartitionSums.Chance chance);

  /**
   * Sums a part of a pair for all heads, after all maps have been read. By default, the null
   * applies to all queries and targets of the part.
   *
   * @param pairSums the sums of the pair, with the part's attention to targets and to content
   * @param chance the sums by block
   * @param to receives the observed and expected attention, wins, queries and attention to content
   */
  default void sum(
      PreparedPair pair,
      int part,
      PairSums pairSums,
      PartitionSums.Chance chance,
      PairSums.NullSums to) {
    to.observed.copy(part, pairSums.mass, part);
    to.content.copy(part, pairSums.content, part);
    to.queries.fill(part, pairSums.queries[part]);
    partition(pair).sum(part, chance.expected, to.expected, part);
  }
}
