// A scatter plot of the heads by the distances between their attention maps, coloured by label.

import { inkOn, signOf, toCss } from "./color.js";
import { headCount, headName, numberAt } from "./data.js";
import { h, useState } from "./dom.js";
import { Tip } from "./heatmap.js";
import { labelColor, LabelKey, labelOf, labelSays, labelTitle } from "./labels.js";
import { round } from "./pen.js";
import { useRoving } from "./roving.js";
import { Chart } from "./save.js";
import { paper } from "./theme.js";

const PLANE = { width: 720, height: 520, margin: 28 };

/** @param {{ data: RunData, pinned: number | null, onPin: (index: number) => void }} properties */
export function Scatter({ data, pinned, onPin }) {
  const [at, setAt] = useState(/** @type {number | null} */ (null));
  const [xs, ys] = ["map_x", "map_y"].map((name) => Array.from({ length: headCount(data) }, (_, i) => numberAt(data.profiles.all, name, i)));
  const all = xs.map((_, i) => i).filter((i) => !Number.isNaN(xs[i] + ys[i]));
  const walk = useRoving(".dot", all.length, data.shape.heads);
  if (all.length === 0) {
    return h("p", { class: "missing" }, "This run has no distances between heads. Profile with a Sextant that writes head_distances to see heads that attend alike near each other.");
  }
  const place = planePlaces(all, xs, ys);
  const near = pinned === null ? [] : neighbours(data, pinned, 5).map(({ index }) => index);
  return h("div", { class: "detail" },
    h("div", { class: "map" },
      h("p", { class: "prose" }, "Heads that attend alike stand near each other: Jensen-Shannon distance of their maps, laid out in two dimensions, which keeps it only in part. Lines lead from the pinned head to its five nearest."),
      h(Chart, { name: "heads-by-distance", width: PLANE.width, height: PLANE.height, label: "Heads by distance, coloured by primary label", role: "group", onPointerLeave: () => setAt(null) },
        near.map((i) => h("path", { key: "n" + i, class: "near", d: `M${place(pinned || 0)}L${place(i)}`, stroke: paper.faint, "stroke-width": 1 })),
        h("g", walk.properties, all.map((i, k) => h(Dot, { key: i, tabindex: k === walk.reach ? 0 : -1, data, index: i, at: place(i), pinned: i === pinned, onPin, onEnter: () => setAt(i), onLeave: () => setAt(null) })))),
      at !== null && h(Tip, {
        title: headName(data, at), says: labelSays(data, at),
        left: place(at)[0] / PLANE.width, top: place(at)[1] / (PLANE.height + 60) + 0.08,
      })),
    h(LabelKey, { data, onPin }));
}

/**
 * Returns the position of each head, with both axes on the same scale so that distances are not distorted.
 *
 * @param {number[]} all
 * @param {number[]} xs
 * @param {number[]} ys
 * @returns {(i: number) => [number, number]}
 */
export function planePlaces(all, xs, ys) {
  const range = (/** @type {number[]} */ values) => [Math.min(...all.map((i) => values[i])), Math.max(...all.map((i) => values[i]))];
  const [[left, right], [low, high]] = [range(xs), range(ys)];
  const scale = Math.min((PLANE.width - 2 * PLANE.margin) / (right - left || 1), (PLANE.height - 2 * PLANE.margin) / (high - low || 1));
  return (i) => [
    round(PLANE.width / 2 + (xs[i] - (left + right) / 2) * scale),
    round(PLANE.height / 2 - (ys[i] - (low + high) / 2) * scale),
  ];
}

/** @param {{ tabindex: number, data: RunData, index: number, at: [number, number], pinned: boolean, onPin: (index: number) => void, onEnter: () => void, onLeave: () => void }} properties */
function Dot({ tabindex, data, index, at: [x, y], pinned, onPin, onEnter, onLeave }) {
  const label = labelOf(data, index);
  const rgb = labelColor(data, index);
  return h("g", {
    class: "dot", "data-head": index, tabindex, role: "button", onClick: () => onPin(index), onPointerEnter: onEnter, onFocus: onEnter, onBlur: onLeave,
    "aria-label": `${headName(data, index)}: ${labelTitle(data, index, "no label")}`, "aria-pressed": pinned,
    onKeyDown: (event) => { if (event.key === "Enter" || event.key === " ") onPin(index); },
  },
    h("circle", { cx: x, cy: y, r: label ? 9 : 6, fill: toCss(rgb), stroke: pinned ? paper.mark : paper.rule, "stroke-width": pinned ? 3 : 1 }),
    label && h("text", { x, y: y + 4, "text-anchor": "middle", "font-size": 11, "font-weight": 700, fill: inkOn(rgb) }, signOf(label).letter));
}

/**
 * Returns the heads nearest to the given one by the run's distances; none if the run has no distances.
 *
 * @param {RunData} data
 * @param {number} index
 * @param {number} count
 */
export function neighbours(data, index, count) {
  if (!data.distances) return [];
  return data.distances[index]
    .flatMap((distance, other) => (other === index || distance === null ? [] : [{ index: other, distance }]))
    .sort((one, other) => one.distance - other.distance)
    .slice(0, count);
}
