// The chart of a head's mean attention by signed distance.

import { niceCeiling, trimmed } from "./axis.js";
import { headName, shortName } from "./data.js";
import { h } from "./dom.js";
import { decimals } from "./format.js";
import { round } from "./pen.js";
import { Chart } from "./save.js";
import { paper } from "./theme.js";

const PROFILE = { left: 40, top: 14, step: 27, height: 150 };

/** Larger offsets are in bins, named by the offset nearest to 0. */
const SINGLE = 10;

/** @param {{ data: RunData, index: number }} properties */
export function OffsetChart({ data, index }) {
  const { offsets, same, other } = data.offsets;
  const series = [
    { name: "same sentence", values: same[index], color: paper.bar, dash: null },
    { name: "other sentence", values: other[index], color: paper.other, dash: "5 3" },
  ].filter(({ values }) => values && values.some((value) => typeof value === "number"));
  if (series.length === 0) return h("p", { class: "missing" }, "The run has no offset profile of this head.");
  const top = niceCeiling(Math.max(...series.flatMap(({ values }) => values.filter((value) => typeof value === "number"))));
  const x = (/** @type {number} */ i) => PROFILE.left + (i + 0.5) * PROFILE.step;
  const y = (/** @type {number} */ value) => PROFILE.top + PROFILE.height * (1 - value / top);
  const bottom = PROFILE.top + PROFILE.height;
  const width = PROFILE.left + offsets.length * PROFILE.step + 8;
  return h(Chart, { name: `offsets-${shortName(data, index)}`, width, height: bottom + 54, label: `Mean attention of ${headName(data, index)} by signed distance` },
    [0, 0.5, 1].map((part) => h("g", { key: part },
      h("path", { d: `M${PROFILE.left} ${y(part * top)}H${width - 8}`, stroke: paper.rule }),
      h("text", { x: PROFILE.left - 6, y: y(part * top) + 4, "text-anchor": "end", "font-size": 11, fill: paper.faint }, trimmed(part * top)))),
    offsets.map((offset, i) => h("text", { key: offset, x: x(i), y: bottom + 15, "text-anchor": "middle", "font-size": 11, fill: offset === 0 ? paper.ink : paper.faint }, withSign(offset))),
    h("text", { x: x((offsets.length - 1) / 2), y: bottom + 30, "text-anchor": "middle", "font-size": 11, fill: paper.ink }, "position of the key minus position of the query; beyond 10, from there to the next"),
    series.map(({ name, values, color, dash }, k) => h("g", { key: name, class: "series" },
      h("path", { d: brokenLine(values, x, y), fill: "none", stroke: color, "stroke-width": 1.8, "stroke-dasharray": dash }),
      values.map((value, i) => typeof value === "number" && h("circle", { key: i, cx: x(i), cy: y(value), r: 3, fill: color },
        h("title", null, `${name}, ${offsetName(offsets[i])}: ${decimals(value, 4)}`))),
      h("path", { d: `M${PROFILE.left + k * 150} ${bottom + 45}h24`, stroke: color, "stroke-width": 1.8, "stroke-dasharray": dash }),
      h("text", { x: PROFILE.left + 30 + k * 150, y: bottom + 49, "font-size": 11, fill: paper.ink }, name))));
}

/**
 * Returns the name of an offset, or of the bin that begins at it.
 *
 * @param {number} offset
 */
export function offsetName(offset) {
  return Math.abs(offset) > SINGLE ? withSign(offset) + "…" : withSign(offset);
}

/** @param {number} offset */
function withSign(offset) {
  return offset > 0 ? "+" + offset : offset < 0 ? "−" + -offset : "0";
}

/**
 * @param {(number | null)[]} values
 * @param {(i: number) => number} x
 * @param {(value: number) => number} y
 */
export function brokenLine(values, x, y) {
  let path = "";
  let down = false;
  values.forEach((value, i) => {
    const there = typeof value === "number";
    if (there) path += `${down ? "L" : "M"}${round(x(i))} ${round(y(value))}`;
    down = there;
  });
  return path;
}
