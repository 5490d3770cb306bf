// What the effects of heads say, in words and numbers.

import { Choice } from "./controls.js";
import { h } from "./dom.js";
import { asThree, bracketed, NOT_MEASURED } from "./format.js";

/** What the outcomes of a model measure, their units, and their names in short. @type {Record<string, string[]>} */
const OUTCOMES = {
  masked_lm_loss: ["the loss of masked words", "nats", "loss"],
  masked_lm_kl: ["the divergence of the predicted words from those of the intact model", "nats", "predicted words"],
  class_kl: ["the divergence of the predicted classes from those of the intact model", "nats", "predicted classes"],
  score_difference: ["the absolute difference of the score", "points of the score", "score"],
};

/**
 * Returns what the effects are on, in a word or two.
 *
 * @param {Effects} effects
 */
export function outcomeTitle({ outcome }) {
  return OUTCOMES[outcome] ? OUTCOMES[outcome][2] : outcome;
}

/**
 * Returns the effects on the outcome that the reader has chosen, or on the one by which heads are judged.
 *
 * @param {Effects[]} effects
 * @param {Record<string, string>} look
 */
export function chosenEffects(effects, look) {
  return effects.find(({ outcome }) => outcome === look.outcome) || effects[0];
}

/** @param {{ effects: Effects[], look: Record<string, string>, onLook: (change: Record<string, string>) => void }} properties */
export function OutcomeChoice({ effects, look, onLook }) {
  if (effects.length === 1) return null;
  const options = effects.map((some) => [some.outcome, outcomeTitle(some)]);
  return h("div", { class: "controls" },
    h(Choice, { label: "Effect on", value: chosenEffects(effects, look).outcome, options, onChoose: (outcome) => onLook({ outcome }) }));
}

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
