// The page of a head: its scores compared with chance, and the pairs that show its patterns best.

import { ContentAnswers } from "./contentanswers.js";
import { Choice } from "./controls.js";
import { headName, numberAt, shortName, textAt } from "./data.js";
import { Fragment, h, useMemo } from "./dom.js";
import { meaningOf } from "./explain.js";
import { asExactShare, asInterval, asPlain, asShare, capital } from "./format.js";
import { HeadEffects } from "./headeffects.js";
import { PairHeadView } from "./headview.js";
import { labelOf, labelTitle, patternTitle, Sign } from "./labels.js";
import { OffsetChart } from "./offsets.js";
import { neighbours } from "./scatter.js";
import { SharesChart } from "./shares.js";
import { leadsOf, syntaxOf } from "./syntax.js";
import { UntrainedScores } from "./untrained.js";

const SYNTAX_ROWS = 12;

/** @param {{ data: RunData, index: number, onPin: (index: number) => void, look: Record<string, string>, onLook: (change: Record<string, string>) => void }} properties */
export function HeadPage({ data, index, onPin, look, onLook }) {
  const { layers, heads } = data.shape;
  const [layer, head] = [Math.floor(index / heads), index % heads];
  const numbers = (/** @type {number} */ count) => Array.from({ length: count }, (_, i) => [String(i), String(i)]);
  const label = labelOf(data, index);
  const syntax = syntaxOf(data);
  const exemplars = data.exemplars.filter((some) => some.layer === layer && some.head === head);
  return h("section", { "aria-label": headName(data, index), class: "head-page" },
    h("div", { class: "controls" },
      h(Choice, { label: "Layer", value: String(layer), options: numbers(layers), onChoose: (chosen) => onPin(Number(chosen) * heads + head) }),
      h(Choice, { label: "Head", value: String(head), options: numbers(heads), onChoose: (chosen) => onPin(layer * heads + Number(chosen)) })),
    h("h2", null, `Layer ${layer} head ${head}`),
    h("p", { class: "prose" }, label ? h(Fragment, null, h(Sign, { pattern: label }), " exhibits best: ", h("b", null, patternTitle(data, label))) : data.findings.shortage ? "No primary label: there is too little data for a grade." : "No primary label: it exhibits no pattern by all conditions."),
    h(ContentAnswers, { data, index }),
    h(HeadFacts, { data, index }),
    data.effects && h(HeadEffects, { data, outcomes: data.effects, look, onLook, index }),
    h("div", { class: "two" },
      h("div", null, h("h3", null, "Shares against chance"), h(SharesChart, { data, index }), h(UntrainedScores, { data, index })),
      h("div", null, h("h3", null, "Attention by distance"), h(OffsetChart, { data, index }))),
    syntax && h(Fragment, null, h("h3", null, "Syntax against its baselines"), h(SharesChart, { data: leadsOf(syntax, index, SYNTAX_ROWS), index, name: "syntax" })),
    h("h3", null, "Nearest heads"),
    h(Neighbours, { data, index, onPin }),
    h("h3", null, `${capital(data.sampled)}s that show it best`),
    exemplars.length === 0
      ? h("p", { class: "missing" }, `The run kept no ${data.sampled}s for this head: it exhibits no pattern, or exemplars were switched off.`)
      : h("div", { class: "exemplars" }, exemplars.map((exemplar) => h(ExemplarView, { key: `${index}-${exemplar.pattern}-${exemplar.rank}`, data, exemplar }))),
    exemplars.length > 0 && h("p", { class: "faint" }, `A run keeps the maps of these ${data.sampled}s, not their queries and keys: for the neuron view, and for all heads, use sextant view.`));
}

/** @type {[string, string, Write][]} */
const FACTS = [
  ["entropy", "Entropy, nats", asPlain], ["entropy_ratio", "Entropy over ln n", asShare], ["confidence", "Confidence", asShare],
  ["mean_distance", "Mean distance, tokens", asPlain], ["delimiter", "Share on delimiters", asShare], ["cls", "on [CLS]", asShare],
  ["first_sep", "on the first [SEP]", asShare], ["second_sep", "on the second [SEP]", asShare],
  ["norm_delimiter", "Share on delimiters, weighed by norms", asShare], ["noop_index", "No-op index", asExactShare],
];

/**
 * Returns the 95 % interval of a column; empty if there is none.
 *
 * @param {Columns | undefined} profile
 * @param {string} key
 * @param {number} index
 * @param {Write} write
 */
function intervalOf(profile, key, index, write) {
  const low = numberAt(profile, key + "_low", index);
  return Number.isNaN(low) ? "" : ", " + asInterval([low, numberAt(profile, key + "_high", index)], write);
}

/** @param {{ data: RunData, index: number }} properties */
function HeadFacts({ data, index }) {
  const profile = data.profiles.all;
  const numbers = FACTS.filter(([key]) => profile && profile[key]).map(([key, name, write]) => [key, name, write(numberAt(profile, key, index)) + intervalOf(profile, key, index, write)]);
  const texts = [["clark_labels", "Clark's labels"], ["voita_labels", "Voita's labels"]]
    .filter(([key]) => textAt(profile, key, index)).map(([key, name]) => [key, name, textAt(profile, key, index).replaceAll(",", ", ")]);
  return h("dl", { class: "facts" }, [...numbers, ...texts].map(([key, name, text]) => h("div", { key, "data-column": key }, h("dt", null, name), h("dd", null, text), h("dd", { class: "why" }, meaningOf(key)))));
}

/** @param {{ data: RunData, index: number, onPin: (index: number) => void }} properties */
function Neighbours({ data, index, onPin }) {
  const near = neighbours(data, index, 8);
  if (near.length === 0) return h("p", { class: "missing" }, "This run has no distances between heads.");
  return h("ol", { class: "neighbours" }, near.map(({ index: other, distance }) => h("li", { key: other },
    h("button", { type: "button", class: "head", "aria-label": "pin " + headName(data, other), onClick: () => onPin(other) }, shortName(data, other)),
    h("span", null, ` ${asExactShare(distance)} `),
    h("span", { class: "faint" }, labelTitle(data, other, "")))));
}

/**
 * Shows one pair with the map of one head; the run stores only that head's map.
 *
 * @param {{ data: RunData, exemplar: Exemplar }} properties
 */
function ExemplarView({ data, exemplar }) {
  const pair = useMemo(() => exemplarPair(exemplar), [exemplar]);
  return h("div", { class: "exemplar" },
    h("h4", null, patternTitle(data, exemplar.pattern), h("span", { class: "faint" }, ` · share ${asShare(exemplar.score)} · ${data.sampled} `), h("bdi", null, exemplar.pair)),
    h(PairHeadView, { pair, name: `pair-${exemplar.layer}-${exemplar.head}-${exemplar.pattern}-${exemplar.rank}` }));
}

/**
 * Unpacks the weights of an exemplar, which are sparse: the gap since the last stored weight, and the weight in
 * ten-thousandths.
 *
 * @param {Exemplar} exemplar
 * @returns {Pair}
 */
export function exemplarPair({ tokens, segments, wordOf, words, gaps, weights, layer, head }) {
  const map = new Float32Array(tokens.length * tokens.length);
  let at = 0;
  gaps.forEach((gap, k) => {
    at += gap;
    map[at] = weights[k] / 10_000;
  });
  return { tokens, segments, wordOf, words, layers: [layer], heads: [head], weights: () => map };
}
