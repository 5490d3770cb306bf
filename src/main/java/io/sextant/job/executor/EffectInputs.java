package io.sextant.job.executor;

import io.sextant.attention.edit.HeadContexts;
import io.sextant.linguistics.Cooccurrences;
import io.sextant.profile.effect.EffectPlan;
import io.sextant.profile.pair.Calibration;
import java.io.Serializable;

/**
 * What all tasks need to know that measure effects.
 *
 * @param identity the identity of the files of effects
 * @param calibration of tokens
 * @param replacement what replaces the contexts of ablated heads
 */
public record EffectInputs(
    String identity,
    EffectPlan plan,
    Calibration calibration,
    HeadContexts replacement,
    Cooccurrences cooccurrences)
    implements Serializable {}
