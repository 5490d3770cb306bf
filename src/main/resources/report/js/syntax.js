// Dependencies, coreference and parts of speech, drawn as patterns are: small maps, a large map and a table.

import { ratioAxis, shareAxis } from "./axis.js";
import { numberAt, textAt } from "./data.js";
import { Fragment, h } from "./dom.js";
import { asCount, asExactLift, asExactShare, asInterval, asLift, asShare, bracketed, capital } from "./format.js";
import { choicesOf, MapsView } from "./maps.js";
import { bounds, chanceOf, columnValues, exhibitsPattern, scoreOf, WIDTH } from "./measures.js";

/** @type {Measure} */
const SCORE = {
  key: "score",
  title: "accuracy or share",
  write: asShare,
  exact: asExactShare,
  values: (data, slice) => columnValues(data, slice, "score"),
  axis: (data, slice) => shareAxis(data, chanceOf(data, slice), "baseline"),
  says: (data, slice) => scoreOf(data, slice.pattern).legend,
};

/** @type {Measure} */
const OVER_BASELINE = {
  key: "lift",
  title: "over the baseline",
  write: asLift,
  exact: asExactLift,
  values: (data, slice) => columnValues(data, slice, "lift"),
  axis: (data, slice, values) => ratioAxis(data, values, "baseline 1"),
  says: () => "score over that of the baseline",
};

/** The names in the address of what is chosen here, beside those of the heat maps of patterns. @type {Record<string, string>} */
const NAMES = { pattern: "relation", part: "direction", colour: "measure", filter: "find" };

/**
 * Returns the syntax of a run in the form of patterns, with the baseline as the only null.
 *
 * @param {RunData} data
 * @returns {MapData | null}
 */
export function syntaxOf(data) {
  if (!data.syntax) return null;
  const nulls = [{ key: "baseline", column: "lift", title: "the baseline: the best fixed offset, the nearest candidate, or the frequency of the tag" }];
  return { ...data, ...data.syntax, strata: ["all"], units: ["word"], catalogue: { ...data.catalogue, scores: data.syntax.scores, nulls } };
}

const MEASURES = [SCORE, OVER_BASELINE, WIDTH];

/**
 * Returns what the address may name here, with the known values.
 *
 * @param {RunData} data
 */
export function syntaxChoices(data) {
  const syntax = syntaxOf(data);
  const own = Object.entries(syntax ? choicesOf(syntax, MEASURES) : {}).filter(([name]) => NAMES[name]);
  return Object.fromEntries(own.map(([name, values]) => [NAMES[name], values]));
}

/**
 * Returns the syntax of a run with only those patterns that a head leads by most over their baselines.
 *
 * @param {MapData} syntax
 * @param {number} index
 * @param {number} count
 */
export function leadsOf(syntax, index, count) {
  const leads = syntax.patterns.map((pattern) => {
    const slice = syntax.slices.find((some) => some.pattern === pattern.key && some.part === pattern.main);
    const lead = slice ? numberAt(slice.columns, "score_low", index) - numberAt(slice.columns, "null_share", index) : NaN;
    return { pattern, lead };
  });
  return { ...syntax, patterns: leads.filter(({ lead }) => !Number.isNaN(lead)).sort((one, other) => other.lead - one.lead).slice(0, count).map(({ pattern }) => pattern) };
}

/** @param {{ data: RunData, place: Place, onLook: (change: Record<string, string>) => void, onPin: (index: number) => void }} properties */
export function SyntaxView({ data, place, onLook, onPin }) {
  const syntax = syntaxOf(data);
  if (!syntax) return h("p", { class: "missing" }, "The input of this run has no dependencies, mentions or parts of speech. Profile a treebank (--format conllu) to measure them.");
  const look = Object.fromEntries(Object.entries(NAMES).map(([own, name]) => [own, place.look[name] || ""]));
  const change = (/** @type {Record<string, string>} */ chosen) => onLook(Object.fromEntries(Object.entries(chosen).map(([own, value]) => [NAMES[own] || own, value])));
  return h(MapsView, {
    data: syntax, measures: MEASURES, pinned: place.pinned, onPin, look, onLook: change, withLabels: false,
    exhibits: exhibitsPattern, frameSays: "the 95 % interval is above the baseline", noteOf: (_, slice, count) => (count === 1 ? "1 head above" : `${count || "no"} heads above`),
    describe: (slice, i, measure, value) => describe(syntax, slice, i, measure, value), tableColumns: (slice) => columnsOf(syntax, slice), defaultSort: { key: "score", down: true } });
}

/**
 * @param {MapData} data
 * @param {Slice} slice
 * @param {number} i
 * @param {Measure} measure
 * @param {number} value
 * @returns {Says}
 */
function describe(data, slice, i, measure, value) {
  /** @type {Says} */
  const own = measure === WIDTH ? [[measure.title, measure.exact(value)]] : [];
  return [
    ...own,
    [scoreOf(data, slice.pattern).title, asExactShare(numberAt(slice.columns, "score", i)) + bracketed(bounds(slice, "score", i), asExactShare)],
    [textAt(slice.columns, "null_name", i) || "baseline", asExactShare(numberAt(slice.columns, "null_share", i))],
    ["over it", asExactLift(numberAt(slice.columns, "lift", i))],
    ["n", asCount(numberAt(slice.columns, "n", i))],
  ];
}

/**
 * @param {MapData} data
 * @param {Slice} slice
 * @returns {TableColumn[]}
 */
function columnsOf(data, slice) {
  const of = (/** @type {string} */ name) => (/** @type {number} */ i) => numberAt(slice.columns, name, i);
  const show = (/** @type {number} */ i) => h(Fragment, null, h("b", null, asExactShare(of("score")(i))), h("span", { class: "interval" }, asInterval(bounds(slice, "score", i), asExactShare)));
  return [
    { key: "score", title: capital(scoreOf(data, slice.pattern).title), of: of("score"), write: asExactShare, show, says: "with its 95 % interval" },
    { key: "null_share", title: "Baseline", of: of("null_share"), write: asExactShare },
    { key: "null_name", title: "What the baseline is", text: true, of: (i) => textAt(slice.columns, "null_name", i) || "", write: String },
    { key: "lift", title: "Over it", of: of("lift"), write: asExactLift },
    { key: "n", title: "n", of: of("n"), write: asCount, says: "number of words or mentions" },
  ];
}
