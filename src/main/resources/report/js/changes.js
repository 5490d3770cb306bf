// What changed between two runs, in words and numbers: the heads of each pattern whose scores differ.

import { findSlice, headCount, headName, numberAt, shortName, textAt, unitOf } from "./data.js";
import { h } from "./dom.js";
import { asCount, asExactShare, asExactSigned, asInterval } from "./format.js";
import { Sign } from "./labels.js";
import { bounds } from "./measures.js";

const NAMED = 6;

/**
 * Returns what changed in the part by which heads are labelled, over all inputs; null if it was not compared.
 *
 * @param {MapData} data
 * @param {Pattern} pattern
 * @returns {Change | null}
 */
export function changeOf(data, pattern) {
  const slice = findSlice(data, pattern.key, pattern.main, unitOf(data, pattern.key, data.units[0]), "all");
  if (!slice) return null;
  const all = Array.from({ length: headCount(data) }, (_, i) => i);
  const having = (/** @type {string} */ column, /** @type {string} */ text) => all.filter((i) => textAt(slice.columns, column, i) === text);
  const size = (/** @type {number} */ i) => Math.abs(numberAt(slice.columns, "difference", i));
  return {
    pattern, slice,
    different: having("verdict", "different").sort((one, other) => size(other) - size(one) || one - other),
    equivalent: having("verdict", "equivalent").length,
    undecided: having("verdict", "undecided").length,
    gained: having("label", "gained").length,
    lost: having("label", "lost").length,
    short: having("label", "undecided").length + having("label", "undecided in both").length,
  };
}

/** @param {{ data: MapData, onMap: (pattern: string, head: number | null) => void }} properties */
export function ChangesView({ data, onMap }) {
  const changes = data.patterns.flatMap((pattern) => changeOf(data, pattern) ?? []);
  return h("section", { class: "findings", "aria-labelledby": "changed" },
    h("h2", { id: "changed" }, "What changed"),
    h("p", { class: "prose" }, summaryOf(data, changes)),
    h("p", { class: "faint" }, "Per pattern, the heads whose scores differ, the greatest difference first: B minus A with its 95 % interval, and the scores in A and in B. 2-0 is layer 2, head 0."),
    h("dl", { class: "found" }, changes.map((change) => h(Changed, { key: change.pattern.key, data, change, onMap }))));
}

/**
 * Returns how many scores differ, in sentences.
 *
 * @param {MapData} data
 * @param {Change[]} changes
 */
export function summaryOf(data, changes) {
  const total = (/** @type {(change: Change) => number} */ count) => changes.reduce((sum, change) => sum + count(change), 0);
  const [different, equivalent, undecided] = [total((change) => change.different.length), total((change) => change.equivalent), total((change) => change.undecided)];
  const margin = changes.length > 0 ? (changes[0].slice.columns.margin || []).find((some) => typeof some === "number") : null;
  const within = typeof margin === "number" ? ` (less than ${asExactShare(margin)} apart)` : "";
  const told = `Of ${asCount(different + equivalent + undecided)} scores, of ${headCount(data)} heads for ${changes.length} ${changes.length === 1 ? "pattern" : "patterns"}, ${countOf(different, "differs", "differ")} (q below .05), ${countOf(equivalent, "is", "are")} equivalent${within} and ${countOf(undecided, "is", "are")} undecided: more ${data.sampled}s would tell.`;
  const [gained, lost, short] = [total((change) => change.gained), total((change) => change.lost), total((change) => change.short)];
  return `${told} B gained ${asCount(gained)} and lost ${asCount(lost)} of the labels that say that a head exhibits a pattern` + (short > 0 ? `; ${asCount(short)} cannot be told, because a run has too few ${data.sampled}s for a grade.` : ".");
}

/**
 * @param {number} count
 * @param {string} one the verb of one
 * @param {string} more the verb of any other number
 */
function countOf(count, one, more) {
  return `${asCount(count)} ${count === 1 ? one : more}`;
}

/** @param {{ data: MapData, change: Change, onMap: (pattern: string, head: number | null) => void }} properties */
function Changed({ data, change, onMap }) {
  const { pattern, slice, different, equivalent, undecided, gained, lost } = change;
  const grew = different.filter((i) => numberAt(slice.columns, "difference", i) > 0).length;
  const labels = gained + lost > 0 ? ` · labels: ${gained} gained, ${lost} lost` : "";
  const others = `${asCount(equivalent)} equivalent, ${asCount(undecided)} undecided`;
  return h("div", { class: "finding", "data-pattern": pattern.key },
    h("dt", null, h(Sign, { pattern: pattern.key }), h("button", { type: "button", class: "head", "aria-label": `show the map of ${pattern.title}`, onClick: () => onMap(pattern.key, null) }, pattern.title)),
    different.length === 0
      ? h("dd", { class: "faint" }, `no head differs: ${others}${labels}`)
      : h("dd", null,
          h("b", null, different.length === 1 ? "1 head differs" : `${different.length} heads differ`), ` · ${grew} more in B, ${different.length - grew} less · ${others}${labels}`,
          h("ul", { class: "heads" }, different.slice(0, NAMED).map((i) => h("li", { key: i },
            h("button", { type: "button", class: "head", "aria-label": `show ${headName(data, i)} on the map`, onClick: () => onMap(pattern.key, i) }, shortName(data, i)), " ",
            h("b", null, asExactSigned(numberAt(slice.columns, "difference", i))),
            h("span", { class: "faint" }, ` ${asInterval(bounds(slice, "difference", i), asExactSigned)}, ${asExactShare(numberAt(slice.columns, "share_a", i))} → ${asExactShare(numberAt(slice.columns, "share_b", i))}`))),
            different.length > NAMED && h("li", { class: "faint" }, `and ${different.length - NAMED} more`))));
}
