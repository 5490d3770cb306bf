// Two models that were trained apart: labels by layer, shares in order, and the best matches of heads.

import { findSlice, headCount, numberAt, shortName, textAt, unitOf } from "./data.js";
import { Fragment, h } from "./dom.js";
import { asExactShare, NOT_MEASURED } from "./format.js";

const EXHIBITED = ["present", "strong", "dominant"];

/** How many of the greatest shares are shown. */
const GREATEST = 12;

/**
 * Returns how many heads of each layer exhibit a pattern.
 *
 * @param {MapData} data
 * @param {Slice} slice
 * @param {string} column the column of the grades
 */
export function countByLayer(data, slice, column) {
  const counts = new Array(data.shape.layers).fill(0);
  for (let i = 0; i < headCount(data); i++) {
    if (EXHIBITED.includes(textAt(slice.columns, column, i))) counts[Math.floor(i / data.shape.heads)]++;
  }
  return counts;
}

/**
 * Returns the greatest shares in descending order.
 *
 * @param {MapData} data
 * @param {Slice} slice
 * @param {string} column
 */
export function greatestShares(data, slice, column) {
  return Array.from({ length: headCount(data) }, (_, i) => numberAt(slice.columns, column, i))
    .filter((share) => !Number.isNaN(share)).sort((a, b) => b - a).slice(0, GREATEST);
}

/** @param {{ data: MapData }} properties */
export function ApartView({ data }) {
  return h("section", { "aria-label": "Layers, shares and best matches" },
    h("p", { class: "prose" }, "Layers and shares do not depend on which head is which. Counts are of heads that exhibit the pattern, from the first layer to the last; shares are the greatest of each run, in order."),
    data.patterns.map((pattern) => h(PatternOf, { key: pattern.key, data, pattern })),
    h(BestMatches, { data }));
}

/** @param {{ data: MapData, pattern: Pattern }} properties */
function PatternOf({ data, pattern }) {
  const slice = findSlice(data, pattern.key, pattern.main, unitOf(data, pattern.key, data.units[0]), "all");
  if (!slice) return null;
  const row = (/** @type {string} */ run) => h(Fragment, { key: run },
    h("dt", null, run.toUpperCase()),
    h("dd", null, `${countByLayer(data, slice, "grade_" + run).join(" ")} by layer; shares ${greatestShares(data, slice, "share_" + run).map(asExactShare).join(" ") || NOT_MEASURED}`));
  return h("div", { class: "changes", "data-pattern": pattern.key }, h("h3", null, pattern.title), h("dl", null, row("a"), row("b")));
}

/** @param {{ data: MapData }} properties */
function BestMatches({ data }) {
  const matches = [...(data.matches || [])].sort((one, other) => one.distance - other.distance || one.a - other.a);
  return h(Fragment, null,
    h("h2", null, "Best matches"),
    h("p", { class: "prose" }, "Each head of A has one of B, such that the sum of the distances is least. The distance is the root mean square difference of their shares over all labels. Nearer: heads of B that are nearer still, but have another match."),
    h("div", { class: "scroll", role: "region", "aria-label": "Best matches", tabindex: 0 },
      h("table", null,
        h("thead", null, h("tr", null, ["Head of A", "Head of B", "Distance", "Nearer"].map((title) => h("th", { key: title, scope: "col" }, title)))),
        h("tbody", null, matches.map(({ a, b, distance, nearer }) => h("tr", { key: a },
          h("th", { scope: "row", class: "text" }, shortName(data, a)), h("td", null, shortName(data, b)), h("td", null, asExactShare(distance)), h("td", null, nearer)))))));
}
