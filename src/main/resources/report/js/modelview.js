// Thumbnails of all heads of all layers for one pair; a click enlarges one.

import { headColor, toCss } from "./color.js";
import { Fragment, h, useEffect, useRef } from "./dom.js";
import { paint, SvgPen } from "./pen.js";
import { Save } from "./save.js";
import { paper } from "./theme.js";

const THUMB = { width: 74, height: 96, gap: 8 };
const THUMB_NEGLIGIBLE = 0.04;
const THUMB_LINES = 4000;

/** @param {{ pair: Pair, name: string, onOpen: (layer: number, head: number) => void }} properties */
export function ModelView({ pair, name, onOpen }) {
  return h("section", { "aria-label": "Model view" },
    h("p", { class: "prose" }, "Every head on this pair: layers down, heads across, counted from 0. Lines lead from the token updated, on the left, to the token attended to. Click a head to enlarge it."),
    h("div", { class: "scroll", role: "region", "aria-label": "All heads", tabindex: 0 },
      h("div", { class: "thumbs", style: { gridTemplateColumns: `2rem repeat(${pair.heads.length}, ${THUMB.width}px)` } },
        h("span"), pair.heads.map((head) => h("span", { key: "h" + head, class: "index" }, head)),
        pair.layers.map((layer) => h(Fragment, { key: layer },
          h("span", { class: "index" }, layer),
          pair.heads.map((head) => h(Thumb, { key: head, pair, layer, head, onOpen })))))),
    h(Save, { name, svg: () => modelViewSvg(pair) }));
}

/**
 * A thumbnail that is drawn when it scrolls into view, so that 144 heads of a long pair do not block the page.
 *
 * @param {{ pair: Pair, layer: number, head: number, onOpen: (layer: number, head: number) => void }} properties
 */
function Thumb({ pair, layer, head, onOpen }) {
  const canvas = useRef(null);
  useEffect(() => {
    const draw = () => paint(canvas.current, THUMB.width, THUMB.height, (pen) => drawThumb(pen, pair, layer, head));
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) {
        observer.disconnect();
        thumbQueue.push(draw);
      }
    });
    observer.observe(canvas.current);
    return () => observer.disconnect();
  }, [pair, layer, head, paper.dark]);
  return h("button", { type: "button", class: "thumb", "aria-label": `enlarge layer ${layer} head ${head}`, onClick: () => onOpen(layer, head) },
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
 */
function drawThumb(pen, pair, layer, head) {
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
  strengths.forEach((some, k) => some.length && pen.lines(some, toCss(headColor(head)), 1, k / 25));
}

/** @param {Pair} pair */
function modelViewSvg(pair) {
  const across = THUMB.width + THUMB.gap;
  const down = THUMB.height + THUMB.gap;
  const pen = new SvgPen(24 + pair.heads.length * across, 20 + pair.layers.length * down, "Attention of every head, layers down and heads across");
  pair.heads.forEach((head, k) => pen.text(String(head), 24 + k * across + THUMB.width / 2, 13, { size: 11, color: paper.faint, anchor: "middle" }));
  pair.layers.forEach((layer, l) => {
    pen.text(String(layer), 16, 20 + l * down + THUMB.height / 2, { size: 11, color: paper.faint, anchor: "end" });
    pair.heads.forEach((head, k) => pen.at(24 + k * across, 20 + l * down, () => drawThumb(pen, pair, layer, head)));
  });
  return pen.root;
}
