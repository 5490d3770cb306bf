// What several corpora say of the heads of one model: pooled scores, and which labels hold in a new corpus.

import { differenceAxis, plainAxis, shareAxis } from "./axis.js";
import { findSlice, headCount, numberAt, shortName, textAt, unitOf } from "./data.js";
import { Fragment, h } from "./dom.js";
import { asExactShare, asInterval, asShare, bracketed, decimals, NOT_MEASURED } from "./format.js";
import { Content, Masthead, Tabs } from "./frame.js";
import { choicesOf, MapsView } from "./maps.js";
import { bounds, columnValues, isShare } from "./measures.js";
import { usePlace } from "./place.js";
import { useTheme } from "./theme.js";

/** @type {Measure["axis"]} */
const scoreAxis = (data, slice, values) => (isShare(data, slice.pattern) ? shareAxis(data, NaN) : differenceAxis(data, values, "chance 0"));

/** @type {Measure} */
const POOLED = {
  key: "pooled",
  title: "pooled score",
  write: asShare,
  exact: asExactShare,
  values: (data, slice) => columnValues(data, slice, "pooled"),
  axis: scoreAxis,
  says: () => "the mean of the score over corpora",
};

/** @type {Measure} */
const PREDICTION_LOW = {
  key: "prediction_low",
  title: "least expected in a new corpus",
  write: asShare,
  exact: asExactShare,
  values: (data, slice) => columnValues(data, slice, "prediction_low"),
  axis: scoreAxis,
  says: () => "the lower bound of the 95 % prediction interval of a new corpus",
};

/** @type {Measure} */
const TAU = {
  key: "tau",
  title: "spread of corpora",
  write: asExactShare,
  exact: (value) => decimals(value, 4),
  values: (data, slice) => columnValues(data, slice, "tau2").map(Math.sqrt),
  axis: (data, slice, values) => plainAxis(data, values),
  says: () => "the standard deviation of the true scores of corpora, τ",
};

const MEASURES = [POOLED, PREDICTION_LOW, TAU];
const POOL_VIEWS = [["maps", "Pooled maps"], ["labels", "Labels that hold"]];

/** @param {{ data: MapData }} properties */
export function PoolApp({ data }) {
  const [theme, setTheme] = useTheme();
  const known = { heads: headCount(data), choices: choicesOf(data, MEASURES) };
  const [place, go, faults] = usePlace({ view: "maps", pinned: null, look: {} }, POOL_VIEWS, known);
  const pin = (/** @type {number | null} */ pinned) => go({ pinned });
  return h(Fragment, null,
    h(Masthead, { data, theme, setTheme }),
    h(Tabs, { views: POOL_VIEWS, current: place.view, onGo: (view) => go({ view }) }),
    h(Content, { faults },
      place.view === "maps" && h(MapsView, {
        data, measures: MEASURES, pinned: place.pinned, onPin: pin, look: place.look, onLook: (change) => go({ look: { ...place.look, ...change } }), withLabels: false,
        exhibits: labelHolds, frameSays: "the label holds in a new corpus", describe: (slice, i) => describePooled(slice, i), tableColumns: pooledColumns, defaultSort: { key: "pooled", down: true } }),
      place.view === "labels" && h(HoldingLabels, { data })));
}

/**
 * Returns whether a head's label holds in a new corpus.
 *
 * @param {Slice} slice
 * @param {number} index
 */
export function labelHolds(slice, index) {
  return ["present", "strong", "dominant"].includes(textAt(slice.columns, "holds", index));
}

/**
 * @param {Slice} slice
 * @param {number} i
 * @returns {Says}
 */
function describePooled(slice, i) {
  const number = (/** @type {string} */ name) => numberAt(slice.columns, name, i);
  return [
    ["pooled", asExactShare(number("pooled")) + bracketed(bounds(slice, "pooled", i), asExactShare)],
    ["in a new corpus", asInterval(bounds(slice, "prediction", i), asExactShare) || NOT_MEASURED],
    ["in the corpora", `${asExactShare(number("least"))} to ${asExactShare(number("greatest"))}`],
    ["τ, I²", `${asExactShare(Math.sqrt(number("tau2")))}, ${asShare(number("i2"))}`],
    ["corpora", exhibiting(slice, i)],
    ["holds", textAt(slice.columns, "holds", i) || NOT_MEASURED],
  ];
}

/**
 * Returns in how many corpora a head has the label, such as "3 of 4".
 *
 * @param {Slice} slice
 * @param {number} i
 */
function exhibiting(slice, i) {
  const exhibited = numberAt(slice.columns, "exhibited_by", i);
  const runs = numberAt(slice.columns, "n_runs", i);
  return Number.isNaN(exhibited) ? String(runs) : `label in ${exhibited} of ${runs}`;
}

/**
 * @param {Slice} slice
 * @returns {TableColumn[]}
 */
function pooledColumns(slice) {
  const of = (/** @type {string} */ name) => (/** @type {number} */ i) => numberAt(slice.columns, name, i);
  const text = (/** @type {string} */ key, /** @type {string} */ title) => ({ key, title, text: true, of: (/** @type {number} */ i) => textAt(slice.columns, key, i) || "", write: String });
  const show = (/** @type {number} */ i) => h(Fragment, null, h("b", null, asExactShare(of("pooled")(i))), h("span", { class: "interval" }, asInterval(bounds(slice, "pooled", i), asExactShare)));
  return [
    { key: "pooled", title: "Pooled", of: of("pooled"), write: asExactShare, show, says: "with its 95 % confidence interval" },
    { key: "prediction_low", title: "New corpus, from", of: of("prediction_low"), write: asExactShare },
    { key: "prediction_high", title: "to", of: of("prediction_high"), write: asExactShare },
    { key: "tau", title: "τ", of: (i) => Math.sqrt(of("tau2")(i)), write: asExactShare, says: "the standard deviation of the true scores of corpora" },
    { key: "i2", title: "I²", of: of("i2"), write: asShare, says: "the fraction of the variation between corpora that chance within them does not explain" },
    { key: "exhibited_by", title: "Labelled in", of: of("exhibited_by"), write: (value) => (Number.isNaN(value) ? NOT_MEASURED : String(value)) },
    text("holds", "Holds"),
  ];
}

/** @param {{ data: MapData }} properties */
function HoldingLabels({ data }) {
  return h("section", { "aria-label": "Labels that hold" },
    h("p", { class: "prose" }, "A label holds if every corpus gives it, and the lower bound of the 95 % prediction interval of a new corpus is above the cut of the grade. The numbers are pooled scores with this lower bound."),
    data.patterns.map((pattern) => h(HoldingOf, { key: pattern.key, data, pattern })));
}

/** @param {{ data: MapData, pattern: Pattern }} properties */
function HoldingOf({ data, pattern }) {
  const slice = findSlice(data, pattern.key, pattern.main, unitOf(data, pattern.key, data.units[0]), "all");
  if (!slice || !slice.columns.grade) return null;
  const labelled = Array.from({ length: headCount(data) }, (_, i) => i).filter((i) => numberAt(slice.columns, "exhibited_by", i) > 0);
  const everywhere = labelled.filter((i) => numberAt(slice.columns, "exhibited_by", i) === numberAt(slice.columns, "n_runs", i));
  const list = (/** @type {number[]} */ heads) => heads.length === 0 ? h("span", { class: "faint" }, "none") : heads.map((i) => h("span", { class: "change", key: i },
    h("b", null, shortName(data, i)), ` ${asExactShare(numberAt(slice.columns, "pooled", i))}, from ${asExactShare(numberAt(slice.columns, "prediction_low", i))}`));
  return h("div", { class: "changes", "data-pattern": pattern.key },
    h("h3", null, pattern.title),
    h("dl", null,
      h("dt", null, "holds"), h("dd", null, list(labelled.filter((i) => labelHolds(slice, i)))),
      h("dt", null, "in every corpus, may not hold"), h("dd", null, list(everywhere.filter((i) => !labelHolds(slice, i)))),
      h("dt", null, "in some corpora"), h("dd", null, list(labelled.filter((i) => !everywhere.includes(i))))));
}
