// Two models that do not have the same heads: labels by layer, shares in order, and the best matches of heads.

import { shareAxis } from "./axis.js";
import { inkOn, toCss } from "./color.js";
import { headCount, numberAt, shortName, textAt } from "./data.js";
import { Fragment, h } from "./dom.js";
import { asExactShare, NOT_MEASURED } from "./format.js";
import { localNote } from "./local.js";
import { isGraded } from "./measures.js";

/** How many of the greatest shares are shown. */
const GREATEST = 12;

/**
 * Returns the rows of the part by which a model's heads are labelled.
 *
 * @param {OneModel} model
 * @param {Pattern} pattern
 */
export function labelSlice(model, pattern) {
  return model.slices.find((slice) => slice.pattern === pattern.key && slice.part === pattern.main);
}

/**
 * Returns how many heads of each layer exhibit a pattern.
 *
 * @param {OneModel} model
 * @param {Slice} slice
 */
export function countByLayer(model, slice) {
  const counts = new Array(model.shape.layers).fill(0);
  for (let i = 0; i < headCount(model); i++) {
    if (exhibits(slice, i)) counts[Math.floor(i / model.shape.heads)]++;
  }
  return counts;
}

/**
 * Returns the greatest shares in descending order.
 *
 * @param {OneModel} model
 * @param {Slice} slice
 */
export function greatestShares(model, slice) {
  return Array.from({ length: headCount(model) }, (_, i) => numberAt(slice.columns, "score", i))
    .filter((share) => !Number.isNaN(share)).sort((a, b) => b - a).slice(0, GREATEST);
}

/**
 * @param {Slice} slice
 * @param {number} index
 */
function exhibits(slice, index) {
  return textAt(slice.columns, "exhibits", index) === true;
}

/** @param {{ data: MapData, apart: Apart }} properties */
export function ApartView({ data, apart }) {
  return h("section", { "aria-label": "Layers, shares and best matches" },
    h("h2", null, "Layers and shares"),
    h("p", { class: "prose" }, "Layers and shares do not depend on which head is which. A row of squares has a square for every layer, from the first to the last, with the number of its heads that exhibit the pattern; rows are equally wide, so that layers of the same relative depth are below each other. Shares are the greatest of each run, in order."),
    data.patterns.map((pattern) => h(PatternOf, { key: pattern.key, data, apart, pattern })),
    [apart.a, apart.b].some(({ windows }) => windows?.some((reach) => reach !== null)) && h("p", { class: "faint local" }, localNote(data, "Bar under a square")),
    h(BestMatches, { data, apart }));
}

/** @param {{ data: MapData, apart: Apart, pattern: Pattern }} properties */
function PatternOf({ data, apart, pattern }) {
  const row = (/** @type {string} */ name, /** @type {OneModel} */ model) => {
    const slice = labelSlice(model, pattern);
    return h(Fragment, { key: name }, h("dt", null, name),
      slice
        ? h("dd", null, isGraded(slice) ? h(Layers, { data, model, counts: countByLayer(model, slice) }) : h("div", { class: "faint" }, `too few ${data.sampled}s for a grade`), h("span", { class: "shares" }, "shares ", greatestShares(model, slice).map(asExactShare).join(" ") || NOT_MEASURED))
        : h("dd", null, "not measured"));
  };
  return h("div", { class: "changes apart", "data-pattern": pattern.key }, h("h3", null, pattern.title), h("dl", null, row("A", apart.a), row("B", apart.b)));
}

/** @param {{ data: MapData, model: OneModel, counts: number[] }} properties */
function Layers({ data, model, counts }) {
  const axis = shareAxis(data, 0);
  const isMarked = (/** @type {number} */ layer) => model.windows?.[layer] != null;
  return h("span", { class: "layers", role: "img", "aria-label": `heads by layer: ${counts.join(" ")}` }, counts.map((count, layer) => {
    const color = axis.color(count / model.shape.heads);
    return h("span", { key: layer, class: isMarked(layer) ? "local" : null, title: `layer ${layer}${isMarked(layer) ? ", local" : ""}: ${count} of ${model.shape.heads}`, style: { background: toCss(color), color: inkOn(color) } }, count);
  }));
}

/** @param {{ data: MapData, apart: Apart }} properties */
function BestMatches({ data, apart }) {
  const matches = [...apart.matches].sort((one, other) => one.distance - other.distance || one.a - other.a);
  const left = Math.abs(headCount(apart.a) - headCount(apart.b));
  const larger = headCount(apart.a) > headCount(apart.b) ? "A" : "B";
  const does = (/** @type {OneModel} */ model, /** @type {number} */ index) => data.patterns
    .filter((pattern) => { const slice = labelSlice(model, pattern); return slice && exhibits(slice, index); }).map(({ title }) => title).join(", ") || "–";
  return h(Fragment, null,
    h("h2", null, "Best matches"),
    h("p", { class: "prose" }, apart.matching, " Heads of A have one of B each, such that the sum of the distances is least.", left > 0 && ` ${larger} has ${left} more heads than the other model, which have no match.`, " Nearer: heads of B that are nearer still, but have another match."),
    h("div", { class: "scroll", role: "region", "aria-label": "Best matches", tabindex: 0 },
      h("table", null,
        h("thead", null, h("tr", null, ["Head of A", "Head of B", "Distance", "Nearer", "A exhibits", "B exhibits"].map((title, i) => h("th", { key: title, scope: "col", class: i > 3 ? "text" : null }, title)))),
        h("tbody", null, matches.map(({ a, b, distance, nearer }) => h("tr", { key: a },
          h("th", { scope: "row", class: "text" }, shortName(apart.a, a)), h("td", null, shortName(apart.b, b)), h("td", null, asExactShare(distance)), h("td", null, nearer),
          h("td", { class: "text" }, does(apart.a, a)), h("td", { class: "text" }, does(apart.b, b))))))));
}
