// The drawing of one map as a matrix: a square for each query and key, and bars for the sums over selected tokens.

import { plainAxis } from "./axis.js";
import { toCss } from "./color.js";
import { asShare, cut } from "./format.js";
import { labelRoom, LONGEST_LABEL } from "./lines.js";
import { SvgPen } from "./pen.js";
import { placesOn, sumOver } from "./sums.js";
import { paper } from "./theme.js";

const BAR = 44;
const BAR_TEXT = 30;
const MARGIN = 8;

/** @param {number} count */
export function cellSize(count) {
  return count <= 12 ? 34 : count <= 24 ? 26 : count <= 60 ? 20 : 14;
}

/**
 * Returns what is drawn of a view with one map.
 *
 * @param {{ scales: Scales }} pair
 * @param {LinesView} view
 * @param {Spot[]} selected
 * @returns {MatrixLook}
 */
export function matrixLook(pair, { left, right, maps }, selected) {
  const { weights } = maps[0];
  const cell = cellSize(Math.max(left.length, right.length));
  const from = placesOn(selected, "left");
  const to = placesOn(selected, "right");
  const greatest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  return {
    left, right, weights, cell, from, to,
    axis: plainAxis(pair, [greatest]),
    width: right.length * cell + (to.length ? MARGIN + BAR + BAR_TEXT : 0),
    height: left.length * cell + (from.length ? MARGIN + BAR : 0),
  };
}

/**
 * @param {Pen} pen
 * @param {MatrixLook} look
 */
export function drawCells(pen, { left, right, weights, cell, from, to, axis }) {
  const side = cell - (cell < 16 ? 0 : 1);
  const columns = right.length;
  pen.rect(0, 0, columns * cell, left.length * cell, toCss(axis.color(0)));
  weights.forEach((weight, at) => {
    if (axis.place(weight) >= 0.004) pen.rect((at % columns) * cell, Math.floor(at / columns) * cell, side, side, toCss(axis.color(weight)));
  });
  if (to.length) {
    left.forEach((_, i) => {
      const given = sumOver(weights, columns, [i], to);
      const x = columns * cell + MARGIN;
      pen.rect(x, i * cell + 2, BAR * Math.min(1, given), cell - 4, paper.bar);
      pen.text(asShare(given), x + BAR * Math.min(1, given) + 4, (i + 0.5) * cell + 4, { size: 11 });
    });
  }
  if (from.length) {
    right.forEach((_, j) => {
      const received = sumOver(weights, columns, from, [j]);
      pen.rect(j * cell + 2, left.length * cell + MARGIN, cell - 4, (BAR * received) / from.length, paper.bar);
    });
  }
}

/**
 * Returns the matrix with its labels as an SVG.
 *
 * @param {MatrixLook} look
 * @param {string} title
 */
export function matrixSvg(look, title) {
  const { left, right, cell, width, height, axis } = look;
  const room = labelRoom(left);
  const top = labelRoom(right) + 26;
  const bar = height + top + 12;
  const pen = new SvgPen(room + Math.max(width, 220) + 8, bar + 34, title);
  const size = Math.min(13, cell - 3);
  pen.text(title, 4, 14, { size: 13 });
  const color = (/** @type {Item} */ item) => (item.delimiter ? paper.faint : paper.ink);
  left.forEach((item, i) => pen.text(cut(item.text, LONGEST_LABEL), room - 6, top + (i + 0.5) * cell + 4, { size, anchor: "end", color: color(item) }));
  right.forEach((item, j) => pen.textUp(cut(item.text, LONGEST_LABEL), room + (j + 0.5) * cell + 4, top - 6, { size, color: color(item) }));
  pen.at(room, top, () => drawCells(pen, look));
  for (let step = 0; step < 60; step++) pen.rect(room + step * 3.5, bar, 3.8, 9, toCss(axis.color(axis.value((step + 0.5) / 60))));
  axis.ticks.forEach(({ value, label }) => pen.text(label, room + 210 * axis.place(value), bar + 22, { size: 11, color: paper.faint, anchor: value === 0 ? "start" : "middle" }));
  return pen.root;
}
