// What one head does to the model's output: its ablation, and the knock-out of its patterns.

import { Fragment, h } from "./dom.js";
import { KnockoutTable } from "./effects.js";
import { chosenEffects, effectMeaning, effectText, effectUnit, OutcomeChoice } from "./effectwords.js";
import { asQ, asThree, NOT_MEASURED } from "./format.js";

/** @param {{ data: RunData, outcomes: Effects[], look: Record<string, string>, onLook: (change: Record<string, string>) => void, index: number }} properties */
export function HeadEffects({ data, outcomes, look, onLook, index }) {
  const effects = chosenEffects(outcomes, look);
  const own = effects.heads[index];
  const rows = effects.patterns.filter(({ head }) => head === index);
  /** @type {[string, string, string][]} */
  const facts = [
    ["effect", `Effect, ${effectUnit(effects)}`, effectText(own.effect)],
    ["rank", "Rank among all heads", `${own.rank} of ${effects.heads.length}`],
    ["layer_mean", "Mean of the other heads of the layer", own.layerMean === null ? NOT_MEASURED : asThree(own.layerMean)],
    ["q", "q of no effect", own.q === null ? NOT_MEASURED : asQ(own.q)],
  ];
  return h(Fragment, null,
    h("h3", null, "What it does"),
    h(OutcomeChoice, { effects: outcomes, look, onLook }),
    h("p", { class: "prose" }, effectMeaning(effects, data.sampled) + " A head without an effect may still be useful: others can do its work."),
    h("dl", { class: "facts" }, facts.map(([key, name, text]) => h("div", { key, "data-effect": key }, h("dt", null, name), h("dd", null, text)))),
    rows.length > 0 && h(Fragment, null,
      h("p", { class: "prose" }, "Its patterns, knocked out: explained is the part of the head's effect that goes through the pattern, where the effect can be told from 0."),
      h(KnockoutTable, { data, rows })));
}
