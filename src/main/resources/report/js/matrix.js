// One head as a matrix: a row for each token that is updated, a column for each that it attends to.

import { project, sides } from "./attention.js";
import { cellSize, drawCells, matrixLook, matrixSvg } from "./cells.js";
import { Action, stepOf } from "./controls.js";
import { h, useLayoutEffect, useMemo, useRef, useState } from "./dom.js";
import { asExactShare, cut } from "./format.js";
import { Legend } from "./legend.js";
import { isIn, labelRoom } from "./lines.js";
import { paint } from "./pen.js";
import { Printed } from "./print.js";
import { Save } from "./save.js";
import { ALL_SHOWN, NumberChoice, ShownControls, shownSays } from "./shown.js";
import { FONT, paper } from "./theme.js";
import { Readout, TokenColumn } from "./tokens.js";

const LEGEND = 240;

/** @param {{ pair: LivePair, layer: number, head: number, onHead: (layer: number, head: number) => void }} properties */
export function MatrixView({ pair, layer, head, onHead }) {
  const [options, setOptions] = useState(ALL_SHOWN);
  const [selected, setSelected] = useState(/** @type {Spot[]} */ ([]));
  const view = useMemo(() => {
    const { left, right } = sides(pair, options);
    return { left, right, least: 0, maps: [{ head, weights: project(pair.weights(layer, head), pair.tokens.length, left, right, options.renormalise) }] };
  }, [pair, layer, head, options]);
  const look = useMemo(() => matrixLook(pair, view, selected), [view, selected, paper.dark]);
  const title = `Layer ${layer} head ${head}: from the tokens on the left to those above`;
  const printed = shownSays(options).join(", ");
  return h("section", { "aria-label": "Matrix" },
    h("p", { class: "prose" }, `One head on this ${pair.sampled}. Each row is a token that is updated; its squares are the weights with which it attends to the tokens above, and sum to 1. Point at a square for its value. Select tokens on either side to sum their weights: bars on the right are what each row gives to the selected columns, bars below what each column receives from the selected rows.`),
    h("div", { class: "controls" },
      h(NumberChoice, { label: "Layer", numbers: pair.layers, value: layer, onChoose: (some) => onHead(some, head) }),
      h(NumberChoice, { label: "Head", numbers: pair.heads, value: head, onChoose: (some) => onHead(layer, some) }),
      h(ShownControls, { pair, options, onChange: (next) => { setOptions(next); setSelected([]); } })),
    h(Matrix, { view, look, title, selected, onSelect: setSelected }),
    h("svg", { class: "on-screen", width: LEGEND + 24, height: 52, "font-family": FONT, role: "img", "aria-label": `Colours from a weight of 0 to ${look.axis.ticks[look.axis.ticks.length - 1].label}` },
      h(Legend, { axis: look.axis, left: 4, top: -8, width: LEGEND })),
    h("div", { class: "controls" },
      h(Action, { label: "clear selection", disabled: selected.length === 0, onClick: () => setSelected([]) }),
      h(Save, { name: `matrix-${layer}-${head}`, svg: () => matrixSvg(matrixLook(pair, view, selected), title) })),
    h(Printed, { title: printed, svg: () => matrixSvg(matrixLook(pair, view, selected), title) }));
}

/**
 * The squares with the tokens beside and above them. The square that is pointed at, or that the arrows reached, is framed.
 *
 * @param {{ view: LinesView, look: MatrixLook, title: string, selected: Spot[], onSelect: (selected: Spot[]) => void }} properties
 */
function Matrix({ view, look, title, selected, onSelect }) {
  const canvas = useRef(null);
  const [at, setAt] = useState(/** @type {{ i: number, j: number } | null} */ (null));
  const [hover, setHover] = useState(/** @type {Spot | null} */ (null));
  const { left, right } = view;
  const cell = cellSize(Math.max(left.length, right.length));
  const inside = (/** @type {{ i: number, j: number } | null} */ some) => (some && some.i >= 0 && some.j >= 0 && some.i < left.length && some.j < right.length ? some : null);
  const spot = inside(at);
  useLayoutEffect(() => paint(canvas.current, look.width, look.height, (pen) => drawCells(pen, look)), [look]);
  const focus = spot ? [{ side: /** @type {Side} */ ("left"), i: spot.i }, { side: /** @type {Side} */ ("right"), i: spot.j }] : hover ? [hover] : selected;
  const toggle = (/** @type {Side} */ side, /** @type {number} */ i) => onSelect(isIn(selected, side, i) ? selected.filter((some) => !(some.side === side && some.i === i)) : [...selected, { side, i }]);
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    const step = stepOf(event.key);
    if (!step) return;
    const { i, j } = spot || { i: 0, j: -1 };
    setAt({ i: Math.max(0, Math.min(left.length - 1, i + step[0])), j: Math.max(0, Math.min(right.length - 1, j + step[1])) });
    event.preventDefault();
  };
  const column = (/** @type {Side} */ side, /** @type {Item[]} */ items) => h(TokenColumn, { side, items, row: cell, room: labelRoom(items), across: side === "right", glow: null, selected, focus,
    onHover: (i) => setHover(i === null ? null : { side, i }), onToggle: (i) => toggle(side, i), onClear: () => onSelect([]) });
  return h("div", { class: "on-screen" },
    spot
      ? h("p", { class: "readout", role: "status" }, "from ", h("b", null, h("bdi", null, cut(left[spot.i].text, 40))), " to ", h("b", null, h("bdi", null, cut(right[spot.j].text, 40))), ` ${asExactShare(look.weights[spot.i * right.length + spot.j])}`)
      : h(Readout, { view, focus, hint: "Point at a square or a token to read its weights; click tokens to select and sum them." }),
    h("div", { class: "scroll", role: "region", "aria-label": "Matrix of weights", tabindex: 0 },
      h("div", { class: "matrix", style: { gridTemplateColumns: `${labelRoom(left)}px max-content` } },
        h("span"), column("right", right), column("left", left),
        h("div", { class: "squares-of-weights" },
          h("canvas", { ref: canvas, role: "img", tabindex: 0, "aria-label": title, onKeyDown: onKey, onBlur: () => setAt(null), onPointerLeave: () => setAt(null),
            onPointerMove: (/** @type {PointerEvent} */ event) => setAt({ i: Math.floor(event.offsetY / cell), j: Math.floor(event.offsetX / cell) }) }),
          spot && h("span", { class: "spot", style: { left: spot.j * cell + "px", top: spot.i * cell + "px", width: cell + "px", height: cell + "px" } },
            h("span", { class: "value", "aria-hidden": true }, asExactShare(look.weights[spot.i * right.length + spot.j])))))));
}
