// Compares two runs head by head: B minus A.

import { ApartView } from "./apart.js";
import { differenceAxis, plainAxis, ratioAxis } from "./axis.js";
import { ChangesView } from "./changes.js";
import { findSlice, headCount, numberAt, shortName, textAt, unitOf } from "./data.js";
import { Fragment, h } from "./dom.js";
import { asExactLift, asExactShare, asExactSigned, asInterval, asLift, asQ, asSigned, bracketed, decimals, NOT_MEASURED } from "./format.js";
import { Content, Masthead, Tabs } from "./frame.js";
import { choicesOf, MapsView } from "./maps.js";
import { bounds, columnValues } from "./measures.js";
import { usePlace } from "./place.js";
import { useTheme } from "./theme.js";

/** The shortest side of the scale of differences. */
const SHORTEST_SIDE = 0.05;

/** The false discovery rate of differences. */
const LEVEL = 0.05;

/** @type {Measure} */
const DIFFERENCE = {
  key: "difference",
  title: "difference of shares",
  write: asSigned,
  exact: asExactSigned,
  values: (data, slice) => columnValues(data, slice, "difference"),
  axis: (data, slice, values) => differenceAxis(data, values, "no difference", SHORTEST_SIDE),
  pale: (slice, i) => !differs(slice, i),
  says: () => "share in B minus share in A; pale where q is .05 or more",
};

/** @type {Measure} */
const LIFT_RATIO = {
  key: "lift_ratio",
  title: "ratio of lifts",
  write: asLift,
  exact: asExactLift,
  values: (data, slice) => columnValues(data, slice, "lift_ratio"),
  axis: (data, slice, values) => ratioAxis(data, values, "no difference"),
  says: () => "lift in B over lift in A",
};

/** @type {Measure} */
const DIFFERENCE_WIDTH = {
  key: "difference_width",
  title: "interval width",
  write: asExactShare,
  exact: (value) => decimals(value, 4),
  values: (data, slice) => columnValues(data, slice, "difference_high").map((high, i) => high - numberAt(slice.columns, "difference_low", i)),
  axis: (data, slice, values) => plainAxis(data, values),
  says: () => "width of the 95 % interval of the difference",
};

const MEASURES = [DIFFERENCE, LIFT_RATIO, DIFFERENCE_WIDTH];
const COMPARISON_VIEWS = [["changes", "What changed"], ["maps", "Difference maps"], ["labels", "Labels gained and lost"]];
const APART_VIEWS = [["apart", "Layers, shares and best matches"], ["maps", "Head by head"], ["labels", "Labels gained and lost"]];

/** @param {{ data: MapData }} properties */
export function ComparisonApp({ data }) {
  const [theme, setTheme] = useTheme();
  const views = data.apart ? APART_VIEWS.slice(0, data.slices.length > 0 ? APART_VIEWS.length : 1) : COMPARISON_VIEWS;
  const known = { heads: headCount(data), choices: choicesOf(data, MEASURES) };
  const [place, go, faults] = usePlace({ view: views[0][0], pinned: null, look: {} }, views, known);
  const pin = (/** @type {number | null} */ pinned) => go({ pinned });
  return h(Fragment, null,
    h(Masthead, { data, theme, setTheme }),
    h(Tabs, { views, current: place.view, onGo: (view) => go({ view }) }),
    h(Content, { faults },
      place.view === "maps" && h(MapsView, {
        data, measures: MEASURES, pinned: place.pinned, onPin: pin, look: place.look, onLook: (change) => go({ look: { ...place.look, ...change } }), withLabels: false,
        exhibits: differs, frameSays: "q is below .05: of all such differences of the two runs, at most one in twenty is expected to be none", describe: (slice, i) => describeDifference(slice, i), tableColumns: differenceColumns, defaultSort: { key: "size", down: true } }),
      place.view === "changes" && h(ChangesView, { data, onMap: (pattern, head) => go({ view: "maps", pinned: head, look: { ...place.look, pattern, part: "" } }) }),
      place.view === "apart" && data.apart && h(ApartView, { data, apart: data.apart }),
      place.view === "labels" && h(LabelChanges, { data })));
}

/**
 * Returns whether a difference is a discovery among all differences of the two runs.
 *
 * @param {Slice} slice
 * @param {number} index
 */
export function differs(slice, index) {
  return numberAt(slice.columns, "q_value", index) < LEVEL;
}

/**
 * @param {Slice} slice
 * @param {number} i
 * @returns {Says}
 */
function describeDifference(slice, i) {
  const number = (/** @type {string} */ name) => numberAt(slice.columns, name, i);
  const interval = (/** @type {string} */ name, /** @type {Write} */ write) => bracketed(bounds(slice, name, i), write);
  return [
    ["difference", asExactSigned(number("difference")) + interval("difference", asExactSigned)],
    ["q", asQ(number("q_value"))],
    [`within ±${asExactShare(number("margin"))}, q`, asQ(number("equivalence_q_value"))],
    ["verdict", textAt(slice.columns, "verdict", i) || NOT_MEASURED],
    ["share in A", asExactShare(number("share_a"))],
    ["share in B", asExactShare(number("share_b"))],
    ["lift, B over A", asExactLift(number("lift_ratio")) + interval("lift_ratio", asExactLift)],
    ["grades", `${textAt(slice.columns, "grade_a", i) || NOT_MEASURED} → ${textAt(slice.columns, "grade_b", i) || NOT_MEASURED}`],
    ["interval", textAt(slice.columns, "method", i) || NOT_MEASURED],
  ];
}

/**
 * @param {Slice} slice
 * @returns {TableColumn[]}
 */
function differenceColumns(slice) {
  const of = (/** @type {string} */ name) => (/** @type {number} */ i) => numberAt(slice.columns, name, i);
  const text = (/** @type {string} */ key, /** @type {string} */ title) => ({ key, title, text: true, of: (/** @type {number} */ i) => textAt(slice.columns, key, i) || "", write: String });
  const show = (/** @type {number} */ i) => h(Fragment, null, h("b", null, asExactSigned(of("difference")(i))), h("span", { class: "interval" }, asInterval(bounds(slice, "difference", i), asExactSigned)));
  return [
    { key: "difference", title: "B − A", of: of("difference"), write: asExactSigned, show },
    { key: "size", title: "Size", of: (i) => Math.abs(of("difference")(i)), write: asExactShare, says: "the difference without its sign" },
    { key: "share_a", title: "Share A", of: of("share_a"), write: asExactShare },
    { key: "share_b", title: "Share B", of: of("share_b"), write: asExactShare },
    { key: "lift_ratio", title: "Lift B / A", of: of("lift_ratio"), write: asExactLift },
    { key: "q_value", title: "q", of: of("q_value"), write: asQ, says: "Benjamini and Hochberg's, over all differences of the two runs" },
    text("verdict", "Verdict"), text("grade_a", "Grade A"), text("grade_b", "Grade B"), text("method", "Interval"),
  ];
}

/** @param {{ data: MapData }} properties */
function LabelChanges({ data }) {
  return h("section", { "aria-label": "Labels gained and lost" },
    h("h2", null, "Labels gained and lost"),
    h("p", { class: "prose" }, `A head has a pattern's label if its grade is present, strong or dominant. Gained: in B only. Lost: in A only. Undecided: in one, and the other has too few ${data.sampled}s to say. Undecided in both: both have too few. Whether two grades differ by chance is for the verdicts to say.`),
    data.patterns.map((pattern) => h(ChangesOf, { key: pattern.key, data, pattern })));
}

/** @param {{ data: MapData, pattern: Pattern }} properties */
function ChangesOf({ data, pattern }) {
  const slice = findSlice(data, pattern.key, pattern.main, unitOf(data, pattern.key, data.units[0]), "all");
  if (!slice) return null;
  const all = Array.from({ length: headCount(data) }, (_, i) => i);
  const headsThat = (/** @type {string} */ label) => all.filter((i) => textAt(slice.columns, "label", i) === label);
  const [kept, undecided, inBoth] = [headsThat("kept"), headsThat("undecided"), headsThat("undecided in both")];
  const list = (/** @type {number[]} */ heads) => heads.length === 0 ? h("span", { class: "faint" }, "none") : heads.map((i) => h("span", { class: "change", key: i },
    h("b", null, shortName(data, i)), ` ${asExactShare(numberAt(slice.columns, "share_a", i))} → ${asExactShare(numberAt(slice.columns, "share_b", i))}`));
  return h("div", { class: "changes", "data-pattern": pattern.key },
    h("h3", null, pattern.title, h("span", { class: "faint" }, ` ${kept.length} kept` + (inBoth.length > 0 ? `, undecided in both: ${inBoth.length}` : ""))),
    h("dl", null, h("dt", null, "gained"), h("dd", null, list(headsThat("gained"))), h("dt", null, "lost"), h("dd", null, list(headsThat("lost"))),
      undecided.length > 0 && h(Fragment, null, h("dt", null, "undecided"), h("dd", null, list(undecided)))));
}
