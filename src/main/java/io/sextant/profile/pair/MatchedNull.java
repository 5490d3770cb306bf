package io.sextant.profile.pair;

import io.sextant.attention.AttentionMap;
import io.sextant.pattern.Family;
import java.util.function.Function;

/**
 * Every target is held against a control; see {@link MatchedControls}. Wins over all comparisons
 * are the AUC. Matched: a key that is no target but like it in sentence, distance and frequency.
 * Same index: the key at the query's own index in the other sentence, for patterns that ask for it.
 */
final class MatchedNull implements NullModel {
  private final Function<PreparedPair, Comparisons> comparisonsOf;

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
    return comparisonsOf.apply(pair).trials()[part];
  }

  @Override
  public CellPartition partition(PreparedPair pair) {
    return comparisonsOf.apply(pair).partition();
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
    float[] weights = map.weights();
    int first = map.row(h, 0);
    for (int k = 0; k < comparisons.size(); k++) {
      float target = weights[first + comparisons.targets()[k]];
      float control = weights[first + comparisons.controls()[k]];
      int block = comparisons.partition().of(k);
      chance.observed.add(block, head, target);
      chance.expected.add(block, head, control);
      chance.won.add(block, head, compare(target, control));
    }
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
    for (int head = 0; head < pair.heads; head++) {
      double won = (comparisons.trials()[part] + to.wins.at(part, head)) / 2;
      to.wins.set(part, head, won);
    }
  }

  /**
   * 1, 0 or -1, without a branch, for which way it goes cannot be foreseen. Weights are not
   * negative, so their bits have their order.
   */
  private static int compare(float target, float control) {
    return Integer.signum(Float.floatToRawIntBits(target) - Float.floatToRawIntBits(control));
  }
}
