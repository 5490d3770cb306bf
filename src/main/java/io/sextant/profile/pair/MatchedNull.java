package io.sextant.profile.pair;

import io.sextant.attention.AttentionMap;
import io.sextant.pattern.Family;
import java.util.function.Function;

/**
 * A null that compares every target with its controls, see {@link Comparisons}. The expected
 * attention is the mean attention of the query to the controls. A target wins the fraction of its
 * controls that have less attention than the target, ties counting one half; the mean of this
 * fraction over all targets is the AUC. A target without controls is left out.
 */
final class MatchedNull implements NullModel {
  private final Function<PreparedPair, Comparisons> comparisonsOf;

  /** The bits of the weights of the current set of controls. */
  private int[] bits = new int[0];

  /** Creates a null for one kind of controls. */
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

  /** Stores the bits of the controls' weights, and returns the sum of the weights. */
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
   * Returns the number of controls with a smaller weight than the target, minus the number with a
   * greater one. Weights are not negative, so their bits have the same order as the weights, and
   * the comparison needs no unpredictable branch.
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
    to.queries.fill(part, comparisons.parts().queryCounts()[part]);
    for (int head = 0; head < pair.heads; head++) {
      double won = (comparisons.parts().matched()[part] + to.wins.at(part, head)) / 2;
      to.wins.set(part, head, won);
    }
  }
}
