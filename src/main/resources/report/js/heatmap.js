// Heat maps with a row per layer and a square per head. A bold and framed square means that the head exhibits the
// pattern.

import { inkOn, toCss } from "./color.js";
import { stepOf } from "./controls.js";
import { headName } from "./data.js";
import { Fragment, h, useRef, useState } from "./dom.js";
import { Legend } from "./legend.js";
import { hasLocalLayers, isLocal, LocalBars, localNote } from "./local.js";
import { Save } from "./save.js";
import { FONT, paper } from "./theme.js";

const CELL = 38;
const CELL_GAP = 1.5;
const MAP_LEFT = 37;
const MAP_TOP = 34;

/** The shortest legend whose labels do not touch. */
const LEAST_LEGEND = 220;

/** The size of the letters, and how far a map may shrink so that they are no smaller than 9 pixels. */
const LETTERS = 13;
const LEAST_SCALE = 0.72;

/**
 * A large map with values, which can be navigated with the keyboard.
 *
 * cell(index) returns { color, text, bold, framed, says }: color is an [r, g, b], or null for a value that was not
 * measured, and says is the content of the square's tooltip as [name, text] pairs.
 *
 * @param {{ data: Shaped, name: string, label: string, cell: (index: number) => MapSquare, axis: Axis | null, pinned: number | null, onPin: (index: number) => void }} properties
 */
export function HeatMap({ data, name, label, cell, axis, pinned, onPin }) {
  const { layers, heads } = data.shape;
  const [at, setAt] = useState(/** @type {number | null} */ (null));
  const [walk, setWalk] = useState(pinned === null ? 0 : pinned);
  const svg = useRef(null);
  const legend = Math.max(heads * CELL - CELL_GAP, LEAST_LEGEND);
  const width = MAP_LEFT + (axis ? Math.max(heads * CELL, legend) : heads * CELL) + 4;
  const below = MAP_TOP + layers * CELL + 8;
  const height = below + (axis ? 48 : 0);
  const move = (/** @type {number} */ index) => {
    setWalk(index);
    svg.current.querySelector(`[data-head="${index}"]`).focus();
  };
  const onKey = (/** @type {KeyboardEvent} */ event, /** @type {number} */ index) => {
    const step = stepOf(event.key);
    if (step) {
      const layer = Math.max(0, Math.min(layers - 1, Math.floor(index / heads) + step[0]));
      const head = Math.max(0, Math.min(heads - 1, (index % heads) + step[1]));
      move(layer * heads + head);
    } else if (event.key === "Enter" || event.key === " ") {
      onPin(index);
    } else if (event.key === "Escape") {
      setAt(null);
    } else {
      return;
    }
    event.preventDefault();
  };
  const indices = Array.from({ length: layers * heads }, (_, i) => i);
  const reach = Math.min(Math.max(walk, 0), indices.length - 1);
  return h("div", { class: "map" },
    h("div", { class: "drawing" }, h("svg", { ref: svg, viewBox: `0 0 ${width} ${height}`, role: "grid", "aria-label": label, "font-family": FONT,
        style: { maxWidth: width * 1.25 + "px", minWidth: width * LEAST_SCALE + "px" }, onPointerLeave: () => setAt(null) },
      h(MapIndices, { layers, heads }),
      h(LocalBars, { data, x: MAP_LEFT - 4.5, width: 2, top: MAP_TOP, pitch: CELL, height: CELL - CELL_GAP }),
      Array.from({ length: layers }, (_, layer) => h("g", { key: layer, role: "row", "aria-label": isLocal(data, layer) ? `layer ${layer}, local` : null },
        indices.slice(layer * heads, (layer + 1) * heads).map((index) => {
          const square = cell(index);
          return h("g", {
            key: index, role: "gridcell", class: "cell", "data-head": index, tabindex: index === reach ? 0 : -1,
            "aria-selected": index === pinned, "aria-label": spoken(data, index, square.says),
            onClick: () => onPin(index), onKeyDown: (event) => onKey(event, index),
            onPointerEnter: () => setAt(index), onFocus: () => { setWalk(index); setAt(index); }, onBlur: () => setAt(null),
          }, h(Square, { x: MAP_LEFT + (index % heads) * CELL, y: MAP_TOP + layer * CELL, square, pinned: index === pinned }));
        }))),
      axis && h(Legend, { axis, left: MAP_LEFT, top: below, width: legend }))),
    at !== null && h(Tip, {
      title: headName(data, at), says: cell(at).says,
      left: (MAP_LEFT + ((at % heads) + 0.5) * CELL) / width, top: (MAP_TOP + Math.floor(at / heads) * CELL) / height,
    }),
    hasLocalLayers(data) && h("p", { class: "faint local" }, localNote(data)),
    h(Save, { name, svg: () => svg.current }));
}

/** @param {{ layers: number, heads: number }} properties */
function MapIndices({ layers, heads }) {
  const text = { "font-size": LETTERS, fill: paper.faint };
  const middle = (CELL - CELL_GAP) / 2;
  return h("g", { "aria-hidden": true },
    h("text", { x: MAP_LEFT + (heads * CELL) / 2, y: 11, "text-anchor": "middle", "font-size": LETTERS, fill: paper.ink }, "head"),
    h("text", { x: 0, y: 0, "text-anchor": "middle", "font-size": LETTERS, fill: paper.ink, transform: `translate(10 ${MAP_TOP + (layers * CELL) / 2}) rotate(-90)` }, "layer"),
    Array.from({ length: heads }, (_, head) => h("text", { key: "h" + head, x: MAP_LEFT + head * CELL + middle, y: MAP_TOP - 6, "text-anchor": "middle", ...text }, head)),
    Array.from({ length: layers }, (_, layer) => h("text", { key: "l" + layer, x: MAP_LEFT - 6, y: MAP_TOP + layer * CELL + middle + 4, "text-anchor": "end", ...text }, layer)));
}

/** @param {{ x: number, y: number, square: MapSquare, pinned: boolean }} properties */
function Square({ x, y, square, pinned }) {
  const side = CELL - CELL_GAP;
  const middle = side / 2;
  const ink = square.color ? inkOn(square.color) : paper.faint;
  return h(Fragment, null,
    h("rect", { x, y, width: side, height: side, fill: square.color ? toCss(square.color) : paper.ground, stroke: square.color ? "none" : paper.rule }),
    (!square.color || square.hatched) && h("path", { d: hatch(x, y, side), stroke: square.color ? ink : paper.faint, "stroke-width": 0.7, "stroke-opacity": square.color ? 0.4 : 1, fill: "none" }),
    square.framed && h("rect", { x: x + 1.5, y: y + 1.5, width: side - 3, height: side - 3, fill: "none", stroke: ink, "stroke-width": 1.2 }),
    h("text", { x: x + middle, y: y + middle + 4, "text-anchor": "middle", "font-size": LETTERS, "font-weight": square.bold ? 700 : 400, fill: ink }, square.text),
    pinned && h("rect", { class: "pin", x: x - 1, y: y - 1, width: side + 2, height: side + 2, fill: "none", stroke: paper.mark, "stroke-width": 3 }));
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} side
 */
export function hatch(x, y, side) {
  let path = "";
  for (let reach = 7; reach < 2 * side; reach += 7) {
    const inside = Math.min(reach, side);
    const outside = Math.max(0, reach - side);
    path += `M${x + outside} ${y + inside}L${x + inside} ${y + outside}`;
  }
  return path;
}

/** @param {{ title: string, says: Says, left: number, top: number }} properties */
export function Tip({ title, says, left, top }) {
  const style = { left: left * 100 + "%", top: top * 100 + "%" };
  return h("div", { class: "tip" + (left > 0.6 ? " leftwards" : "") + (top < 0.35 ? " below" : ""), style },
    h("b", null, title),
    h("dl", null, says.map(([name, text]) => h(Fragment, { key: name }, h("dt", null, name), h("dd", null, text)))));
}

/**
 * @param {Shaped} data
 * @param {number} index
 * @param {Says} says
 */
function spoken(data, index, says) {
  return headName(data, index) + ": " + says.map(([name, text]) => `${name} ${text}`).join(", ");
}

/**
 * A small map without values, shown as a picture on a button.
 *
 * @param {{ data: Shaped, tabindex: number, title: string, note: string, color: (index: number) => Rgb | null, hatched?: (index: number) => boolean, chosen: boolean, onChoose: () => void }} properties
 */
export function SmallMap({ data, tabindex, title, note, color, hatched, chosen, onChoose }) {
  const { layers, heads } = data.shape;
  const bar = heads / 6;
  const room = hasLocalLayers(data) ? 1.75 * bar : 0;
  const cells = [];
  for (let index = 0; index < layers * heads; index++) {
    const rgb = color(index);
    const [x, y] = [(index % heads) * 10, Math.floor(index / heads) * 10];
    cells.push(rgb
      ? h("rect", { key: index, x, y, width: 9.4, height: 9.4, fill: toCss(rgb) })
      : h("path", { key: index, d: `M${x} ${y + 9.4}L${x + 9.4} ${y}`, stroke: paper.faint }));
  }
  const short = cells.flatMap((_, index) => (hatched && hatched(index) ? [`M${(index % heads) * 10} ${Math.floor(index / heads) * 10 + 9.4}l9.4 -9.4`] : []));
  return h("button", { type: "button", class: "small-map", tabindex, "aria-pressed": chosen, onClick: onChoose },
    h("span", { class: "title" }, title),
    h("span", { class: "note" }, note),
    h("svg", { viewBox: `${-room} 0 ${heads * 10 + room} ${layers * 10}`, preserveAspectRatio: "xMinYMin", "aria-hidden": true },
      h(LocalBars, { data, x: -room, width: bar, top: 0, pitch: 10, height: 9.4 }), cells, short.length > 0 && h("path", { class: "short", d: short.join(""), stroke: paper.ink, "stroke-opacity": 0.35 })));
}
