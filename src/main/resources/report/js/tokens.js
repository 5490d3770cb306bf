// The columns of tokens on both sides of the lines, and the exact weights of the tokens in focus.

import { headColor } from "./color.js";
import { stepOf } from "./controls.js";
import { Fragment, h, useRef, useState } from "./dom.js";
import { asExactShare, cut } from "./format.js";
import { isIn, LONGEST_LABEL } from "./lines.js";
import { round } from "./pen.js";
import { placesOn, sumsOf } from "./sums.js";

const MOST_SUMS = 6;

/**
 * The tokens of a side: below each other, or side by side and reading upwards.
 *
 * @param {{ side: Side, items: Item[], row: number, room: number, across?: boolean, glow: HeadWeight[][] | null, selected: Spot[], focus: Spot[], onHover: (i: number | null) => void, onToggle: (i: number) => void, onClear: () => void }} properties
 */
export function TokenColumn({ side, items, row, room, across = false, glow, selected, focus, onHover, onToggle, onClear }) {
  const [walk, setWalk] = useState(0);
  const list = useRef(null);
  const onKey = (/** @type {KeyboardEvent} */ event, /** @type {number} */ i) => {
    const step = stepOf(event.key);
    if (step) {
      const next = Math.max(0, Math.min(items.length - 1, i + step[0] + step[1]));
      setWalk(next);
      list.current.children[next].focus();
    } else if (event.key === "Enter" || event.key === " ") {
      onToggle(i);
    } else if (event.key === "Escape") {
      onClear();
    } else {
      return;
    }
    event.preventDefault();
  };
  return h("ul", { ref: list, class: "tokens " + side + (across ? " across" : ""), role: "listbox", "aria-multiselectable": true, "aria-label": side === "left" ? "From" : "To", style: { [across ? "height" : "width"]: room + "px" }, onPointerLeave: () => onHover(null) },
    items.map((item, i) => h("li", {
      key: i, role: "option", tabindex: i === Math.min(walk, items.length - 1) ? 0 : -1, "aria-selected": isIn(selected, side, i), "data-index": i,
      class: (item.delimiter ? "delimiter" : "") + (isIn(focus, side, i) ? " focus" : "") + (i > 0 && items[i - 1].segment !== item.segment ? " second" : ""),
      style: { [across ? "width" : "height"]: row + "px", lineHeight: row + "px", fontSize: Math.min(13, row - 3) + "px", background: glow ? stripes(glow[i]) : "" },
      title: cut(item.text, 200), onPointerEnter: () => onHover(i), onFocus: () => setWalk(i), onClick: () => onToggle(i), onKeyDown: (event) => onKey(event, i),
    }, h("bdi", null, cut(item.text, LONGEST_LABEL)))));
}

/**
 * Returns a background that shows each head's weight as a stripe in the head's colour.
 *
 * @param {HeadWeight[]} weights
 */
function stripes(weights) {
  const stops = weights.map(({ head, weight }, k) => {
    const color = `rgba(${headColor(head).join(",")},${round(Math.min(1, weight))})`;
    return `${color} ${round((100 * k) / weights.length)}% ${round((100 * (k + 1)) / weights.length)}%`;
  });
  return stops.length === 0 ? "" : `linear-gradient(90deg, ${stops.join(", ")})`;
}

/**
 * Shows the exact weights of the tokens in focus, summed over them.
 *
 * @param {{ view: LinesView, focus: Spot[], hint: string }} properties
 */
export function Readout({ view, focus, hint }) {
  const { left, right, maps } = view;
  const from = placesOn(focus, "left").filter((i) => i < left.length);
  const to = placesOn(focus, "right").filter((j) => j < right.length);
  if (from.length + to.length === 0) return h("p", { class: "readout faint", role: "status" }, hint);
  const names = (/** @type {Item[]} */ items, /** @type {number[]} */ places) => places.map((i, k) => h(Fragment, { key: i }, k ? " + " : "", h("b", null, h("bdi", null, cut(items[i].text, 40)))));
  const sums = sumsOf(view, focus).slice(0, MOST_SUMS);
  return h("p", { class: "readout", role: "status" },
    from.length ? ["from ", names(left, from), " to "] : ["to ", names(right, to), " from "],
    from.length > 0 && to.length > 0 && [names(right, to), ": "],
    sums.map(({ head, text, weight }, k) => h(Fragment, { key: k }, k ? ", " : "", text && h("bdi", null, cut(text, 40)), text && " ", asExactShare(weight), maps.length > 1 && h("span", { class: "faint" }, ` (head ${head})`))));
}
