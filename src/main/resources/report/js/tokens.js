// The columns of tokens on both sides of the lines, and the exact weights of the token in focus.

import { headColor } from "./color.js";
import { stepOf } from "./controls.js";
import { Fragment, h, useRef, useState } from "./dom.js";
import { asExactShare, cut } from "./format.js";
import { COLUMN, isIn, LONGEST_LABEL, NEGLIGIBLE } from "./lines.js";
import { round } from "./pen.js";

/** @param {{ side: Side, items: Item[], row: number, glow: HeadWeight[][] | null, selected: Spot[], focus: Spot[], onHover: (i: number | null) => void, onToggle: (i: number) => void, onClear: () => void }} properties */
export function TokenColumn({ side, items, row, glow, selected, focus, onHover, onToggle, onClear }) {
  const [walk, setWalk] = useState(0);
  const list = useRef(null);
  const onKey = (/** @type {KeyboardEvent} */ event, /** @type {number} */ i) => {
    const step = stepOf(event.key);
    if (step && step[0]) {
      const next = Math.max(0, Math.min(items.length - 1, i + step[0]));
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
  return h("ul", { ref: list, class: "tokens " + side, role: "listbox", "aria-multiselectable": true, "aria-label": side === "left" ? "From" : "To", style: { width: COLUMN + "px" }, onPointerLeave: () => onHover(null) },
    items.map((item, i) => h("li", {
      key: i, role: "option", tabindex: i === Math.min(walk, items.length - 1) ? 0 : -1, "aria-selected": isIn(selected, side, i), "data-index": i,
      class: (item.delimiter ? "delimiter" : "") + (isIn(focus, side, i) ? " focus" : "") + (i > 0 && items[i - 1].segment !== item.segment ? " second" : ""),
      style: { height: row + "px", lineHeight: row + "px", fontSize: Math.min(13, row - 3) + "px", background: glow ? stripes(glow[i]) : "" },
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
 * Shows the exact weights of the single token in focus.
 *
 * @param {{ view: LinesView, focus: Spot[] }} properties
 */
export function Readout({ view, focus }) {
  if (focus.length !== 1) {
    return h("p", { class: "readout faint" }, focus.length ? `${focus.length} tokens selected` : "Point at a token to read its weights; click to select one or more." + (view.least > NEGLIGIBLE ? ` The strongest lines are drawn, from ${asExactShare(view.least)} on.` : ""));
  }
  const [{ side, i }] = focus;
  const { left, right, maps } = view;
  const others = side === "left" ? right : left;
  const item = (side === "left" ? left : right)[i];
  if (!item) return null;
  const weights = maps.flatMap(({ head, weights: map }) => others.map((other, k) => ({ head, text: other.text, weight: side === "left" ? map[i * right.length + k] : map[k * right.length + i] })));
  weights.sort((one, other) => other.weight - one.weight);
  return h("p", { class: "readout" }, side === "left" ? "from " : "to ", h("b", null, h("bdi", null, cut(item.text, 40))), side === "left" ? " to " : " from ",
    weights.slice(0, 6).map(({ head, text, weight }, k) => h(Fragment, { key: k }, k ? ", " : "", h("bdi", null, cut(text, 40)), ` ${asExactShare(weight)}`, maps.length > 1 && h("span", { class: "faint" }, ` (head ${head})`))));
}
