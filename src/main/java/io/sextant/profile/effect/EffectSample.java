package io.sextant.profile.effect;

import io.sextant.math.Ratio;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The effects of all edits on the sampled pairs. */
public final class EffectSample {
  private final EffectPlan plan;
  private final List<String> outcomes;
  private final int pairs;
  private final EffectMean means;

  /**
   * Creates a sample.
   *
   * @param outcomes the names of the outcomes, in their order in {@link PairEffects}
   * @param pairs the pairs in the order of the sample, which decides the last bits of the means
   */
  public EffectSample(EffectPlan plan, List<String> outcomes, List<PairEffects> pairs) {
    this.plan = plan;
    this.outcomes = List.copyOf(outcomes);
    this.pairs = pairs.size();
    this.means = new EffectMean(pairs);
  }

  EffectPlan plan() {
    return plan;
  }

  List<String> outcomes() {
    return outcomes;
  }

  /** Returns the number of pairs. */
  long pairs() {
    return pairs;
  }

  /** Returns the means over the pairs. */
  EffectMean means() {
    return means;
  }

  /** Returns the mean effect of a slot over the pairs that it applies to. */
  Ratio mean(int outcome, int slot) {
    return means.of(effect(outcome, slot));
  }

  /** Returns what reads the effect of a slot from a pair. */
  static ToDoubleFunction<PairEffects> effect(int outcome, int slot) {
    return pair -> pair.effects()[outcome][slot];
  }

  /** Returns the mean outcome of the intact model; NaN if the outcome is a difference from it. */
  double intact(int outcome) {
    return means.of(pair -> pair.intact()[outcome]).value();
  }
}
