// The chart of a head's shares of all patterns, each with its interval and its nulls.

import { clamp, trimmed } from "./axis.js";
import { findSlice, headName, numberAt, shortName, textAt, unitOf } from "./data.js";
import { Fragment, h } from "./dom.js";
import { nullMeaning } from "./explain.js";
import { asExactShare, capital, cut } from "./format.js";
import { bounds, exhibitsPattern, isShare } from "./measures.js";
import { Chart } from "./save.js";
import { paper } from "./theme.js";

const BAR = { label: 190, width: 460, row: 36, top: 22 };

/** The signs under the ticks of the nulls, which may stand too near to each other for names. @type {Record<string, string>} */
const NULL_SIGNS = { uniform: "↑", baseline: "↑", offset: "◇", matched: "○", same_index: "△" };

/** @param {{ data: MapData, index: number, name?: string }} properties */
export function SharesChart({ data, index, name = "shares" }) {
  const rows = data.patterns.filter((pattern) => isShare(data, pattern.key)).flatMap((pattern) => {
    const slice = findSlice(data, pattern.key, pattern.main, unitOf(data, pattern.key, data.units[0]), "all");
    return slice && ["n_clusters", "n"].some((count) => !Number.isNaN(numberAt(slice.columns, count, index))) ? [{ pattern, slice }] : [];
  });
  const height = BAR.top + rows.length * BAR.row + 22;
  const x = (/** @type {number} */ share) => BAR.label + BAR.width * clamp(share);
  const nulls = data.catalogue.nulls.filter(({ column }) => rows.some(({ slice }) => !Number.isNaN(numberAt(slice.columns, column, index))));
  return h(Fragment, null, h(Chart, { name: `${name}-${shortName(data, index)}`, width: BAR.label + BAR.width + 130, height, label: `${capital(name)} of ${headName(data, index)} by pattern, with intervals and nulls` },
    [0, 0.25, 0.5, 0.75, 1].map((mark) => h("g", { key: mark },
      h("path", { d: `M${x(mark)} ${BAR.top - 4}V${height - 14}`, stroke: paper.rule }),
      h("text", { x: x(mark), y: 12, "text-anchor": "middle", "font-size": 11, fill: paper.faint }, trimmed(mark)))),
    rows.map(({ pattern, slice }, row) => h(ShareRow, { key: pattern.key, data, pattern, slice, index, x, y: BAR.top + (row + 0.5) * BAR.row })),
    h("text", { x: BAR.label, y: height - 6, "font-size": 11, fill: paper.faint }, "bar: share · whisker: 95 % interval · ticks: what each null gives")),
    h("p", { class: "faint" }, nulls.map(({ key, title }) => `${NULL_SIGNS[key] || "×"} ${nullMeaning({ key, title })}`).join(" · ")));
}

/** @param {{ data: MapData, pattern: Pattern, slice: Slice, index: number, x: (share: number) => number, y: number }} properties */
function ShareRow({ data, pattern, slice, index, x, y }) {
  const share = numberAt(slice.columns, "score", index);
  const interval = bounds(slice, "score", index);
  const grade = textAt(slice.columns, "grade", index);
  const bold = exhibitsPattern(slice, index);
  return h("g", { class: "share-row", "data-pattern": pattern.key },
    h("text", { x: BAR.label - 8, y: y + 4, "text-anchor": "end", "font-size": 12, "font-weight": bold ? 700 : 400, fill: paper.ink }, cut(pattern.title, 30)),
    Number.isNaN(share)
      ? h("text", { x: BAR.label + 4, y: y + 4, "font-size": 11, fill: paper.faint }, "not measured")
      : h(Fragment, null,
          h("rect", { x: x(0), y: y - 5, width: Math.max(0.5, x(share) - x(0)), height: 10, fill: paper.bar, "fill-opacity": bold ? 1 : 0.45 }),
          interval && h("path", { d: `M${x(interval[0])} ${y}H${x(interval[1])}M${x(interval[0])} ${y - 4}v8M${x(interval[1])} ${y - 4}v8`, stroke: paper.ink, "stroke-width": 1.2 }),
          nullShares(data, slice, share, index).map(({ name, value, says }) => h("g", { key: name },
            h("title", null, `${says}: ${asExactShare(value)}`),
            h("path", { d: `M${x(value)} ${y - 9}v18`, stroke: paper.mark, "stroke-width": 1.6 }),
            h("text", { x: x(value), y: y + 20, "text-anchor": "middle", "font-size": 12, fill: paper.mark }, NULL_SIGNS[name] || "×"))),
          h("text", { x: BAR.label + BAR.width + 10, y: y + 4, "font-size": 12, fill: paper.ink }, asExactShare(share), h("tspan", { fill: paper.faint }, grade ? "  " + grade : ""))));
}

/**
 * Returns the share that each applicable null would give over all queries: the share divided by the lift over that
 * null.
 *
 * @param {MapData} data
 * @param {Slice} slice
 * @param {number} share
 * @param {number} index
 */
export function nullShares(data, slice, share, index) {
  return data.catalogue.nulls
    .map(({ key, column, title }) => ({ name: key, says: title, value: share / numberAt(slice.columns, column, index) }))
    .filter(({ value }) => Number.isFinite(value));
}
