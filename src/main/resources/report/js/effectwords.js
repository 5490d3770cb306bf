// What the effects of heads say, in words and numbers.

import { asThree, bracketed, NOT_MEASURED } from "./format.js";

/** What the outcomes of a model measure, and their units. @type {Record<string, string[]>} */
const OUTCOMES = {
  masked_lm_loss: ["the loss of masked words", "nats"],
  class_kl: ["the divergence of the predicted classes from those of the intact model", "nats"],
  score_difference: ["the absolute difference of the score", "points of the score"],
};

/**
 * Returns the unit of the effects.
 *
 * @param {Effects} effects
 */
export function effectUnit({ outcome }) {
  return OUTCOMES[outcome] ? OUTCOMES[outcome][1] : outcome;
}

/**
 * Returns what an effect says, in a sentence.
 *
 * @param {Effects} effects
 * @param {string} sampled what an input is
 */
export function effectMeaning(effects, sampled) {
  const { outcome, pairs, ablation, intact } = effects;
  const what = OUTCOMES[outcome] ? OUTCOMES[outcome][0] : outcome;
  const before = intact === null ? "" : `, which is ${asThree(intact)} ${effectUnit(effects)} in the intact model`;
  return `An effect is how much ${what} grows${before}; a mean over ${pairs} ${sampled}${pairs === 1 ? "" : "s"}. The output of an ablated head is replaced by ${ablation === "mean" ? "its mean" : "zero"}.`;
}

/**
 * Returns a three-number effect with its interval, for people.
 *
 * @param {Triple} effect
 */
export function effectText([value, low, high]) {
  return value === null ? NOT_MEASURED : asThree(value) + bracketed(low === null || high === null ? null : [low, high], asThree);
}
