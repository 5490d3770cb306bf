package io.sextant.profile.effect;

import io.sextant.math.Ratio;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The effects of all edits on the sampled pairs.
 *
 * @param outcomes the names of the outcomes, in their order in {@link PairEffects}
 * @param pairs the pairs in the order of the sample, which decides the last bits of the means
 */
public record EffectSample(EffectPlan plan, List<String> outcomes, List<PairEffects> pairs) {

  /** Returns the mean effect of a slot over the pairs that it applies to. */
  Ratio mean(int outcome, int slot) {
    return new EffectMean(pairs).of(effect(outcome, slot));
  }

  /** Returns what reads the effect of a slot from a pair. */
  static ToDoubleFunction<PairEffects> effect(int outcome, int slot) {
    return pair -> pair.effects()[outcome][slot];
  }

  /** Returns the mean outcome of the intact model; NaN if the outcome is a difference from it. */
  double intact(int outcome) {
    return new EffectMean(pairs).of(pair -> pair.intact()[outcome]).value();
  }
}
