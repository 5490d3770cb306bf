// The thumbnail of one head: the lines of its strongest weights.

import { headColor, toCss } from "./color.js";
import { h, useEffect, useRef } from "./dom.js";
import { paint } from "./pen.js";
import { paper } from "./theme.js";

export const THUMB = { width: 74, height: 96, gap: 8 };
const THUMB_NEGLIGIBLE = 0.04;
const THUMB_LINES = 4000;

/**
 * A thumbnail that is drawn when it scrolls into view, so that 144 heads of a long pair do not block the page.
 *
 * @param {{ pair: Pair, layer: number, head: number, color: number, reached: boolean, onOpen: () => void }} properties
 */
export function Thumb({ pair, layer, head, color, reached, onOpen }) {
  const canvas = useRef(null);
  useEffect(() => {
    const draw = () => paint(canvas.current, THUMB.width, THUMB.height, (pen) => drawThumb(pen, pair, layer, head, color));
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) {
        observer.disconnect();
        thumbQueue.push(draw);
      }
    });
    observer.observe(canvas.current);
    return () => observer.disconnect();
  }, [pair, layer, head, color, paper.dark]);
  return h("button", { type: "button", class: "thumb", tabindex: reached ? 0 : -1, "aria-label": `enlarge layer ${layer} head ${head}`, onClick: onOpen },
    h("canvas", { ref: canvas, width: THUMB.width, height: THUMB.height }));
}

/** Runs the pushed functions a few at a time, between frames. */
const thumbQueue = {
  /** @type {(() => void)[]} */
  waiting: [],

  /** @param {() => void} draw */
  push(draw) {
    if (this.waiting.push(draw) === 1) requestAnimationFrame(() => this.run());
  },

  run() {
    const end = performance.now() + 10;
    while (this.waiting.length && performance.now() < end) this.waiting.shift()?.();
    if (this.waiting.length) requestAnimationFrame(() => this.run());
  },
};

/**
 * @param {Pen} pen
 * @param {Pair} pair
 * @param {number} layer
 * @param {number} head
 * @param {number} color the number of the colour
 */
export function drawThumb(pen, pair, layer, head, color) {
  const size = pair.tokens.length;
  const map = pair.weights(layer, head);
  const row = THUMB.height / size;
  const lines = [];
  for (let at = 0; at < map.length; at++) {
    if (map[at] >= THUMB_NEGLIGIBLE) lines.push([Math.floor(at / size), at % size, Math.min(1, map[at])]);
  }
  const strongest = lines.length > THUMB_LINES ? lines.sort((a, b) => b[2] - a[2]).slice(0, THUMB_LINES) : lines;
  /** @type {Line[][]} */
  const strengths = Array.from({ length: 26 }, () => []);
  for (const [i, j, weight] of strongest) strengths[Math.round(weight * 25)].push([0, (i + 0.5) * row, THUMB.width, (j + 0.5) * row]);
  strengths.forEach((some, k) => some.length && pen.lines(some, toCss(headColor(color)), 1, k / 25));
}
