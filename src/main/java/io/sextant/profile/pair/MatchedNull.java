package io.sextant.profile.pair;

import io.sextant.attention.AttentionMap;
import io.sextant.pattern.Family;
import java.util.function.Function;

/**
 * Every target is held against its controls, see {@link Comparisons}: expected is the mean of what
 * the query gives to them, and won the part of them that get less than the target, ties half. The
 * mean of that over all targets is the AUC. A target without controls is neither observed nor
 * expected.
 */
final class MatchedNull implements NullModel {
  private final Function<PreparedPair, Comparisons> comparisonsOf;

  /** Of the set that is read. */
  private int[] bits = new int[0];

  /** A null of one sort of controls. */
  MatchedNull(Function<PreparedPair, Comparisons> comparisonsOf) {
    this.comparisonsOf = comparisonsOf;
  }

  @Override
  public boolean appliesTo(Family family) {
    return family == Family.CONTENT;
  }

  @Override
  public int trials(PreparedPair pair, int part) {
    return comparisonsOf.apply(pair).parts().matched()[part];
  }

  @Override
  public CellPartition partition(PreparedPair pair) {
    return comparisonsOf.apply(pair).partition();
  }

  @Override
  public CellPartition queries(PreparedPair pair) {
    return comparisonsOf.apply(pair).parts().queries();
  }

  @Override
  public void read(
      PreparedPair pair,
      AttentionMap map,
      RowStatistics rows,
      int h,
      int head,
      PartitionSums.Chance chance) {
    Comparisons comparisons = comparisonsOf.apply(pair);
    int first = map.row(h, 0);
    if (bits.length < map.size()) {
      bits = new int[map.size()];
    }
    for (int set = 0; set < comparisons.sets(); set++) {
      compare(comparisons, set, map.weights(), first, head, chance);
    }
    ComparedParts parts = comparisons.parts();
    for (int query : parts.positions()) {
      double content = rows.content[h * map.size() + query];
      chance.content.add(parts.queries().of(query), head, content);
    }
  }

  private void compare(
      Comparisons comparisons,
      int set,
      float[] weights,
      int first,
      int head,
      PartitionSums.Chance chance) {
    int start = comparisons.firstControl()[set];
    int count = comparisons.firstControl()[set + 1] - start;
    double expected = gather(weights, first, comparisons.controls(), start, count) / count;
    for (int k = comparisons.firstTarget()[set]; k < comparisons.firstTarget()[set + 1]; k++) {
      float target = weights[first + comparisons.targets()[k]];
      int block = comparisons.partition().of(k);
      chance.observed.add(block, head, target);
      chance.expected.add(block, head, expected);
      chance.won.add(block, head, (double) won(target, count) / count);
    }
  }

  /** Takes the bits of some controls' weights, and gives the sum of the weights. */
  private double gather(float[] weights, int first, int[] controls, int start, int count) {
    double sum = 0;
    for (int c = 0; c < count; c++) {
      float weight = weights[first + controls[start + c]];
      bits[c] = Float.floatToRawIntBits(weight);
      sum += weight;
    }
    return sum;
  }

  /**
   * Controls that a target outweighs less those that outweigh it. Weights are not negative, so
   * their bits have their order and need no branch, whose way could not be foreseen.
   */
  private int won(float target, int count) {
    int own = Float.floatToRawIntBits(target);
    int won = 0;
    for (int c = 0; c < count; c++) {
      won += Integer.signum(own - bits[c]);
    }
    return won;
  }

  @Override
  public void sum(
      PreparedPair pair,
      int part,
      PairSums pairSums,
      PartitionSums.Chance chance,
      PairSums.NullSums to) {
    Comparisons comparisons = comparisonsOf.apply(pair);
    comparisons.partition().sum(part, chance.observed, to.observed, part);
    comparisons.partition().sum(part, chance.expected, to.expected, part);
    comparisons.partition().sum(part, chance.won, to.wins, part);
    comparisons.parts().queries().sum(part, chance.content, to.content, part);
    to.queries[part] = comparisons.parts().queryCounts()[part];
    for (int head = 0; head < pair.heads; head++) {
      double won = (comparisons.parts().matched()[part] + to.wins.at(part, head)) / 2;
      to.wins.set(part, head, won);
    }
  }
}
