// The report of a run: the maps, the scatter plot of heads by distance, and the page of a head.

import { Action } from "./controls.js";
import { headCount, headName, numberAt, textAt } from "./data.js";
import { Fragment, h } from "./dom.js";
import { EffectsView } from "./effects.js";
import { meaningOf } from "./explain.js";
import { FindingsView, strongestHead } from "./findings.js";
import { asCount, asExactLift, asExactShare, asInterval, asQ, asShare, bracketed, capital, NOT_MEASURED } from "./format.js";
import { Content, Masthead, Tabs } from "./frame.js";
import { HeadPage } from "./head.js";
import { labelOf, patternTitle, Sign } from "./labels.js";
import { choicesOf, MapsView } from "./maps.js";
import { bounds, exhibitsPattern, isShare, reportMeasures, scoreOf } from "./measures.js";
import { usePlace } from "./place.js";
import { Scatter } from "./scatter.js";
import { syntaxChoices, SyntaxView } from "./syntax.js";
import { useTheme } from "./theme.js";

const VIEWS = [["findings", "Findings"], ["maps", "Heat maps"], ["syntax", "Syntax"], ["distance", "Heads by distance"], ["effects", "Effects"], ["head", "Head"]];

/** @param {{ data: RunData }} properties */
export function ReportApp({ data }) {
  const [theme, setTheme] = useTheme();
  const views = VIEWS.filter(([view]) => (view !== "syntax" || data.syntax) && (view !== "effects" || data.effects));
  const known = { heads: headCount(data), choices: { ...choicesOf(data, reportMeasures(data)), ...syntaxChoices(data), ...outcomeChoices(data) } };
  const [place, go, faults] = usePlace({ view: "findings", pinned: null, look: {} }, views, known);
  const look = (/** @type {Record<string, string>} */ change) => go({ look: { ...place.look, ...change } });
  const pin = (/** @type {number | null} */ pinned) => go({ pinned });
  const open = (/** @type {number} */ pinned) => go({ view: "head", pinned });
  return h(Fragment, null,
    h(Masthead, { data, theme, setTheme }),
    h(Tabs, { views, current: place.view, onGo: (view) => go({ view }) }),
    h(Content, { faults },
      data.findings.shortage && h("p", { class: "warning", role: "status" }, data.findings.shortage),
      place.view === "findings" && h(FindingsView, { data, onOpen: open, onMap: (pattern) => go({ view: "maps", look: { ...place.look, pattern, part: "" } }) }),
      place.pinned !== null && place.view !== "head" && h(Pinned, { data, index: place.pinned, onOpen: open, onClear: () => pin(null) }),
      place.view === "maps" && h(MapsView, {
        data, measures: reportMeasures(data), pinned: place.pinned, onPin: pin, look: place.look, onLook: look, withLabels: true,
        exhibits: exhibitsPattern, frameSays: "the head exhibits the pattern", describe: (slice, i, measure, value) => describeScore(data, slice, i, measure, value),
        tableColumns: (slice) => scoreColumns(data, slice), defaultSort: { key: "share", down: true } }),
      place.view === "syntax" && h(SyntaxView, { data, place, onLook: look, onPin: pin }),
      place.view === "distance" && h("section", { "aria-label": "Heads by distance" }, h("h2", null, "Heads by distance"), h(Scatter, { data, pinned: place.pinned, onPin: pin })),
      place.view === "effects" && data.effects && h(EffectsView, { data, outcomes: data.effects, look: place.look, onLook: look, onOpen: open }),
      place.view === "head" && h(HeadPage, { data, index: place.pinned === null ? strongestHead(data) : place.pinned, onPin: pin, look: place.look, onLook: look })),
    data.exemplarsLeftOut > 0 && h("p", { class: "faint foot" }, `${data.exemplarsLeftOut} exemplar ${data.sampled}s of lower rank were left out to keep the page small; the table exemplars has them.`));
}

/**
 * @param {RunData} data
 * @returns {Record<string, string[]>}
 */
function outcomeChoices(data) {
  return data.effects ? { outcome: data.effects.map(({ outcome }) => outcome) } : {};
}

/**
 * Returns the content of a square's tooltip: the exact numbers with their intervals.
 *
 * @param {MapData} data
 * @param {Slice} slice
 * @param {number} i
 * @param {Measure} measure
 * @param {number} value
 * @returns {Says}
 */
function describeScore(data, slice, i, measure, value) {
  const number = (/** @type {string} */ name) => numberAt(slice.columns, name, i);
  const interval = (/** @type {string} */ name, /** @type {Write} */ write) => bracketed(bounds(slice, name, i), write);
  /** @type {Says} */
  const own = ["share", "lift"].includes(measure.key) ? [] : [[measure.title, measure.exact(value)]];
  const nullName = textAt(slice.columns, "null_name", i);
  /** @type {Says} */
  const graded = [
    ["lift", asExactLift(number("lift")) + interval("lift", asExactLift)],
    ["null" + (nullName ? " " + nullName : ""), asExactShare(number("null_share"))],
    ["grade", textAt(slice.columns, "grade", i) || NOT_MEASURED],
  ];
  return [
    ...own,
    [scoreOf(data, slice.pattern).title, asExactShare(number("score")) + interval("score", asExactShare)],
    ...(isShare(data, slice.pattern) ? graded : []),
    [`${data.sampled}s, queries`, `${asCount(number("n_clusters"))}, ${asCount(number("n_queries"))}`],
  ];
}

/**
 * @param {MapData} data
 * @param {Slice} slice
 * @returns {TableColumn[]}
 */
function scoreColumns(data, slice) {
  const of = (/** @type {string} */ name) => (/** @type {number} */ i) => numberAt(slice.columns, name, i);
  const withInterval = (/** @type {string} */ name, /** @type {Write} */ write) => (/** @type {number} */ i) => h(Fragment, null, h("b", null, write(numberAt(slice.columns, name, i))),
    h("span", { class: "interval" }, asInterval(bounds(slice, name, i), write)));
  /** @type {[string, string, Write][]} */
  const optional = [["top1", "Top 1", asShare], ["auc", "AUC", asShare], ["consistency", "Consistency", asShare], ["q_value", "q", asQ], ["norm_share", "Norm share", asExactShare]];
  /** @type {TableColumn[]} */
  const columns = [
    { key: "share", title: capital(scoreOf(data, slice.pattern).title), of: of("score"), write: asExactShare, show: withInterval("score", asExactShare), says: meaningOf(scoreOf(data, slice.pattern).column) + " With its 95 % interval." },
    { key: "lift", title: "Lift", of: of("lift"), write: asExactLift, show: withInterval("lift", asExactLift) },
    { key: "grade", title: "Grade", text: true, of: (i) => textAt(slice.columns, "grade", i) || "", write: (text) => text },
    { key: "null_share", title: "Null", of: of("null_share"), write: asExactShare },
    ...optional.filter(([key]) => slice.columns[key]).map(([key, title, write]) => ({ key, title, of: of(key), write, ...(slice.columns[key + "_low"] ? { show: withInterval(key, write) } : {}) })),
    { key: "label", title: "Primary label", text: true, of: (i) => labelOf(data, i) || "", write: (key) => (key ? patternTitle(data, key) : "") },
  ];
  return columns.map((column) => ({ says: meaningOf(column.key), ...column })).filter(({ key }) => isShare(data, slice.pattern) || !["lift", "null_share", "grade"].includes(key));
}

/** @param {{ data: RunData, index: number, onOpen: (index: number) => void, onClear: () => void }} properties */
function Pinned({ data, index, onOpen, onClear }) {
  const label = labelOf(data, index);
  return h("aside", { class: "pinned-card", "aria-label": "Pinned head" },
    h("b", null, headName(data, index)), label ? h("span", null, h(Sign, { pattern: label }), patternTitle(data, label)) : h("span", { class: "faint" }, "no label"),
    h(Action, { label: "open its page", onClick: () => onOpen(index) }), h(Action, { label: "unpin", onClick: onClear }));
}
