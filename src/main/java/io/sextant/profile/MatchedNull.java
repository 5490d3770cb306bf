package io.sextant.profile;

import io.sextant.attention.AttentionMap;
import io.sextant.pattern.Family;
import java.util.function.Function;

/**
 * Every target is held against a control; see {@link MatchedControls}. Wins over all comparisons
 * are the AUC. B2: a key that is no target but like it in sentence, distance and frequency. B3: the
 * key at the query's own index in the other sentence, for patterns that ask for it.
 */
final class MatchedNull implements NullModel {
  private final Function<PairTargets, Comparisons> comparisonsOf;

  /** A null of a kind of controls. */
  MatchedNull(Function<PairTargets, Comparisons> comparisonsOf) {
    this.comparisonsOf = comparisonsOf;
  }

  @Override
  public boolean appliesTo(Family family) {
    return family == Family.CONTENT;
  }

  @Override
  public int trials(PairTargets pair, int part) {
    return comparisonsOf.apply(pair).trials()[part];
  }

  @Override
  public Kinds kinds(PairTargets pair) {
    return comparisonsOf.apply(pair).kinds();
  }

  @Override
  public void read(
      PairTargets pair, AttentionMap map, LayerRows rows, int h, int head, KindSums.Chance chance) {
    Comparisons comparisons = comparisonsOf.apply(pair);
    float[] weights = map.weights();
    int first = map.row(h, 0);
    for (int k = 0; k < comparisons.size(); k++) {
      float target = weights[first + comparisons.targets()[k]];
      float control = weights[first + comparisons.controls()[k]];
      int slot = comparisons.kinds().of(k) * pair.heads + head;
      chance.observed[slot] += target;
      chance.expected[slot] += control;
      chance.won[slot] += compare(target, control);
    }
  }

  @Override
  public void sum(
      PairTargets pair, int part, PairSums pairSums, KindSums.Chance chance, PairSums.NullSums to) {
    Comparisons comparisons = comparisonsOf.apply(pair);
    int at = part * pair.heads;
    comparisons.kinds().sum(part, chance.observed, pair.heads, to.observed, at);
    comparisons.kinds().sum(part, chance.expected, pair.heads, to.expected, at);
    comparisons.kinds().sum(part, chance.won, pair.heads, to.wins, at);
    for (int slot = at; slot < at + pair.heads; slot++) {
      to.wins[slot] = (comparisons.trials()[part] + to.wins[slot]) / 2;
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
