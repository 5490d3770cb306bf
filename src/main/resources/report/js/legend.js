// The colour bar under a map, with its null marked above it.

import { toCss } from "./color.js";
import { h } from "./dom.js";
import { paper } from "./theme.js";

const LEGEND_STEPS = 96;

/** @param {{ axis: Axis, left: number, top: number, width: number }} properties */
export function Legend({ axis, left, top, width }) {
  const step = width / LEGEND_STEPS;
  return h("g", { class: "legend" },
    Array.from({ length: LEGEND_STEPS }, (_, i) =>
      h("rect", { key: i, x: left + i * step, y: top + 18, width: step + 0.4, height: 9,
        fill: toCss(axis.color(axis.value((i + 0.5) / LEGEND_STEPS))) })),
    axis.ticks.map(({ value, label, isNull }) => {
      const x = left + width * axis.place(value);
      const anchor = axis.place(value) < 0.12 ? "start" : axis.place(value) > 0.88 ? "end" : "middle";
      return isNull
        ? h("g", { key: label, class: "null" },
            h("path", { d: `M${x} ${top + 13}V${top + 27}`, stroke: paper.ink, "stroke-width": 1.5 }),
            h("text", { x, y: top + 10, "font-size": 13, "font-weight": 700, fill: paper.ink, "text-anchor": anchor }, label))
        : h("g", { key: label },
            h("path", { d: `M${x} ${top + 27}V${top + 30}`, stroke: paper.faint }),
            h("text", { x, y: top + 43, "font-size": 13, fill: paper.faint, "text-anchor": anchor }, label));
    }));
}
