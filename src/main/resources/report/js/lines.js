// The lines of attention between two columns of tokens: which are drawn, how strong, and where.

import { headColor, toCss } from "./color.js";
import { lettersIn } from "./format.js";

export const NEGLIGIBLE = 0.01;
const NEGLIGIBLE_ALONE = 0.004;
const STRENGTHS = 100;
const MOST_LINES = 10_000;
const THOUSAND = 1000;
export const COLUMN = 150;
export const MIDDLE = 260;
export const LEAST_MIDDLE = 100;
export const LONGEST_LABEL = 22;

const LETTER = 7.5;

const ROWS = { few: 20, some: 16, many: 14 };

/** @param {number} count */
export function rowHeight(count) {
  return count > 200 ? ROWS.many : count > 60 ? ROWS.some : ROWS.few;
}

/**
 * Returns the room that the labels of tokens take, in pixels.
 *
 * @param {Item[]} items
 */
export function labelRoom(items) {
  const longest = Math.max(0, ...items.map(({ text }) => Math.min(LONGEST_LABEL, lettersIn(text))));
  return Math.round(Math.max(40, Math.min(COLUMN, longest * LETTER + 14)));
}

/**
 * @param {Spot[]} selection
 * @param {Side} side
 * @param {number} i
 */
export const isIn = (selection, side, i) => selection.some((some) => some.side === side && some.i === i);

/**
 * Returns whether a line is shown; all are if nothing is in focus.
 *
 * @param {Spot[]} focus
 * @param {number} i
 * @param {number} j
 */
export function isShown(focus, i, j) {
  if (focus.length === 0) return true;
  const lefts = focus.some(({ side }) => side === "left");
  const rights = focus.some(({ side }) => side === "right");
  return (!lefts || isIn(focus, "left", i)) && (!rights || isIn(focus, "right", j));
}

/**
 * Returns the minimum weight of the lines that are drawn if no token is in focus; for a long pair, only the strongest
 * are drawn.
 *
 * @param {HeadMap[]} maps
 */
export function leastDrawn(maps) {
  const counts = new Uint32Array(THOUSAND + 1);
  for (const { weights } of maps) {
    for (const weight of weights) counts[Math.min(THOUSAND, Math.floor(weight * THOUSAND))]++;
  }
  let least = THOUSAND;
  for (let lines = counts[least]; least > NEGLIGIBLE * THOUSAND && lines + counts[least - 1] <= MOST_LINES; lines += counts[least]) least--;
  return least / THOUSAND;
}

/**
 * Draws weak lines first. Lines of a long pair are thin, because browsers draw lines of one pixel several times
 * faster.
 *
 * @param {Pen} pen
 * @param {LinesView} view
 * @param {Spot[]} focus
 * @param {string} by
 * @param {number} row
 * @param {number} width
 */
export function drawLines(pen, { left, right, maps, least: leastOfAll }, focus, by, row, width) {
  const least = focus.length ? NEGLIGIBLE_ALONE : leastOfAll;
  const thickness = row < ROWS.few ? 1 : 2;
  for (const { head, weights } of maps) {
    /** @type {Line[][]} */
    const strengths = Array.from({ length: STRENGTHS + 1 }, () => []);
    for (let i = 0; i < left.length; i++) {
      for (let j = 0; j < right.length; j++) {
        const weight = weights[i * right.length + j];
        if (weight >= least && (focus.length === 0 || isShown(focus, i, j))) {
          strengths[Math.max(1, Math.round(Math.min(1, weight) * STRENGTHS))].push([0, (i + 0.5) * row, width, (j + 0.5) * row]);
        }
      }
    }
    const color = toCss(headColor(head));
    strengths.forEach((lines, k) => {
      if (lines.length === 0) return;
      const strength = k / STRENGTHS;
      pen.lines(lines, color, by === "opacity" ? thickness : 0.4 + 5 * strength, by === "opacity" ? strength : 0.75);
    });
  }
}

/**
 * Returns, for each item of a side, each head's largest weight between it and an item in focus on the other side;
 * null if none is in focus.
 *
 * @param {LinesView} view
 * @param {Spot[]} focus
 * @param {Side} side
 * @returns {HeadWeight[][] | null}
 */
export function glowOf({ left, right, maps }, focus, side) {
  const from = focus.filter((some) => some.side !== side);
  if (from.length === 0) return null;
  const items = side === "right" ? right : left;
  return items.map((_, k) => maps.map(({ head, weights }) => ({
    head,
    weight: Math.max(...from.map(({ i }) => (side === "right" ? weights[i * right.length + k] : weights[k * right.length + i]))),
  })));
}
