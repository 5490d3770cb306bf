// The head view of BertViz (Vig 2019) and Tensor2Tensor: tokens on the left and right, and a line from each position
// that is updated to each position that it attends to, with the weight as its opacity or thickness.

import { project, sides } from "./attention.js";
import { headColor, inkOn, toCss } from "./color.js";
import { Action, Choice } from "./controls.js";
import { h, useLayoutEffect, useMemo, useRef, useState } from "./dom.js";
import { asExactShare, cut } from "./format.js";
import { COLUMN, drawLines, glowOf, isIn, labelRoom, LEAST_MIDDLE, leastDrawn, LONGEST_LABEL, MIDDLE, NEGLIGIBLE, rowHeight } from "./lines.js";
import { paint, SvgPen } from "./pen.js";
import { Printed } from "./print.js";
import { useRoom } from "./room.js";
import { Save } from "./save.js";
import { ALL_SHOWN, NumberChoice, ShownControls, shownSays } from "./shown.js";
import { paper } from "./theme.js";
import { Readout, TokenColumn } from "./tokens.js";

/**
 * The view of a pair with its controls. The layer is the pair's first, unless the component that contains the view
 * keeps it.
 *
 * @param {{ pair: Pair, name: string, layer?: number, onLayer?: (layer: number) => void }} properties
 */
export function PairHeadView({ pair, name, layer = pair.layers[0], onLayer }) {
  const [shown, setShown] = useState(pair.heads);
  const [options, setOptions] = useState(ALL_SHOWN);
  const [by, setBy] = useState("opacity");
  const [selected, setSelected] = useState(/** @type {Spot[]} */ ([]));
  const view = useMemo(() => {
    const { left, right } = sides(pair, options);
    const size = pair.tokens.length;
    const maps = shown.map((head) => ({ head, weights: project(pair.weights(layer, head), size, left, right, options.renormalise) }));
    return { left, right, maps, least: leastDrawn(maps) };
  }, [pair, layer, shown, options]);
  const title = [`Layer ${layer}`, shown.length === 1 ? `head ${shown[0]}` : shown.length === pair.heads.length ? "all heads" : `heads ${shown.join(", ") || "none"}`, ...shownSays(options)].join(", ");
  return h("div", { class: "head-view" },
    h("div", { class: "controls" },
      onLayer && pair.layers.length > 1 && h(NumberChoice, { label: "Layer", numbers: pair.layers, value: layer, onChoose: onLayer }),
      h(ShownControls, { pair, options, onChange: (next) => { setOptions(next); setSelected([]); } }),
      h(Choice, { label: "Weight is", value: by, options: [["opacity", "opacity"], ["thickness", "thickness"]], onChoose: setBy })),
    pair.heads.length > 1 && h(HeadSquares, { heads: pair.heads, shown, onShow: setShown }),
    h(HeadLines, { view, by, name, title, selected, onSelect: setSelected }));
}

/**
 * One square per head: a click shows or hides the head, a double click (or Shift and Enter) shows it alone, or all
 * heads again. A double click is preceded by a click, so it uses the heads that were shown before that click.
 *
 * @param {{ heads: number[], shown: number[], onShow: (heads: number[]) => void }} properties
 */
function HeadSquares({ heads, shown, onShow }) {
  const before = useRef(shown);
  const toggle = (/** @type {number} */ head) => {
    before.current = shown;
    onShow(shown.includes(head) ? shown.filter((some) => some !== head) : heads.filter((some) => some === head || shown.includes(some)));
  };
  const isolate = (/** @type {number} */ head, /** @type {number[]} */ from) => onShow(from.length === 1 && from[0] === head ? heads : [head]);
  return h("div", { class: "squares", role: "group", "aria-label": "Heads" },
    heads.map((head) => {
      const on = shown.includes(head);
      const rgb = headColor(head);
      return h("button", {
        key: head, type: "button", "aria-pressed": on, "aria-label": `head ${head}`, title: "click: show or hide; double click: only this one",
        style: on ? { background: toCss(rgb), color: inkOn(rgb) } : {},
        onClick: (event) => { if (event.detail < 2) toggle(head); }, onDblClick: () => isolate(head, before.current),
        onKeyDown: (event) => { if (event.key === "Enter" && event.shiftKey) { event.preventDefault(); isolate(head, shown); } },
      }, head);
    }),
    h(Action, { label: "all", onClick: () => onShow(heads) }),
    h(Action, { label: "none", onClick: () => onShow([]) }));
}

/**
 * The two columns of tokens with the lines between them.
 *
 * @param {{ view: LinesView, by: string, name: string, title: string, selected: Spot[], onSelect: (selected: Spot[]) => void }} properties
 */
function HeadLines({ view, by, name, title, selected, onSelect }) {
  const canvas = useRef(null);
  const [hover, setHover] = useState(/** @type {Spot | null} */ (null));
  const [available, place] = useRoom();
  const { left, right } = view;
  const room = labelRoom([...left, ...right]);
  const middle = Math.max(LEAST_MIDDLE, Math.min(MIDDLE, available - 2 * room));
  const row = rowHeight(Math.max(left.length, right.length));
  const height = Math.max(left.length, right.length, 1) * row;
  const focus = hover ? [hover] : selected;
  useLayoutEffect(() => paint(canvas.current, middle, height, (pen) => drawLines(pen, view, focus, by, row, middle)));
  const toggle = (/** @type {Side} */ side, /** @type {number} */ i) => onSelect(isIn(selected, side, i) ? selected.filter((some) => !(some.side === side && some.i === i)) : [...selected, { side, i }]);
  const column = (/** @type {Side} */ side, /** @type {Item[]} */ items) => h(TokenColumn, { side, items, row, room, glow: glowOf(view, focus, side), selected, focus,
    onHover: (i) => setHover(i === null ? null : { side, i }), onToggle: (i) => toggle(side, i), onClear: () => onSelect([]) });
  return h("div", { ref: place, class: "lines-view" },
    h(Printed, { title, svg: () => headViewSvg(view, selected, by) }),
    h("div", { class: "columns-head on-screen", "aria-hidden": true, style: { width: 2 * room + middle + "px", padding: `0 ${room + 5}px` } }, h("span", null, "from"), h("span", null, "to")),
    h("div", { class: "columns on-screen" }, column("left", left), h("canvas", { ref: canvas, role: "img", "aria-label": "Lines of attention from the tokens on the left to those on the right" }), column("right", right)),
    h(Readout, { view, focus, hint: "Point at a token to read its weights; click tokens to select and sum them." + (view.least > NEGLIGIBLE ? ` The strongest lines are drawn, from ${asExactShare(view.least)} on.` : "") }),
    h("div", { class: "controls" },
      h(Action, { label: "clear selection", disabled: selected.length === 0, onClick: () => onSelect([]) }),
      h(Save, { name, svg: () => headViewSvg(view, selected, by) })));
}

/**
 * Returns the whole view as an SVG, for saving.
 *
 * @param {LinesView} view
 * @param {Spot[]} focus
 * @param {string} by
 */
function headViewSvg(view, focus, by) {
  const { left, right } = view;
  const row = rowHeight(Math.max(left.length, right.length));
  const pen = new SvgPen(2 * COLUMN + MIDDLE, Math.max(left.length, right.length) * row + 24, "Attention from the tokens on the left to those on the right");
  pen.text("from", COLUMN - 6, 12, { size: 11, color: paper.faint, anchor: "end" });
  pen.text("to", COLUMN + MIDDLE + 6, 12, { size: 11, color: paper.faint });
  pen.at(COLUMN, 20, () => drawLines(pen, view, focus, by, row, MIDDLE));
  const label = (/** @type {Item[]} */ items, /** @type {number} */ x, /** @type {"start" | "end"} */ anchor) => items.forEach((item, i) =>
    pen.text(cut(item.text, LONGEST_LABEL), x, 20 + (i + 0.5) * row + 4, { size: Math.min(13, row - 3), anchor, color: item.delimiter ? paper.faint : paper.ink }));
  label(left, COLUMN - 6, "end");
  label(right, COLUMN + MIDDLE + 6, "start");
  return pen.root;
}
