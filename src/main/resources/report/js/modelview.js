// All heads of all layers for one pair (Vig 2019); one can be enlarged in its place.

import { Action, Choice, stepOf } from "./controls.js";
import { Fragment, h, useEffect, useRef, useState } from "./dom.js";
import { PairHeadView } from "./headview.js";
import { SvgPen } from "./pen.js";
import { Printed } from "./print.js";
import { Save } from "./save.js";
import { paper } from "./theme.js";
import { drawThumb, Thumb, THUMB } from "./thumbs.js";

const COLORS = [["head", "head"], ["layer", "layer"]];

/**
 * @param {{ pair: LivePair, enlarged: number | null, onEnlarge: (head: number | null) => void, onMatrix: (head: number) => void }} properties
 *     enlarged is layer * heads + head
 */
export function ModelView({ pair, enlarged, onEnlarge, onMatrix }) {
  const [by, setBy] = useState("head");
  const [reached, setReached] = useState(enlarged ?? 0);
  const wasEnlarged = useRef(false);
  const thumbs = useRef(null);
  useEffect(() => {
    if (enlarged !== null) wasEnlarged.current = true;
    else if (wasEnlarged.current) focusThumb(thumbs.current, reached);
  }, [enlarged]);
  if (enlarged !== null) return h(Enlarged, { pair, index: enlarged, onBack: () => onEnlarge(null), onMatrix });
  const across = pair.heads.length;
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    const step = stepOf(event.key);
    if (!step) return;
    const next = reached + step[0] * across + step[1];
    if (next >= 0 && next < across * pair.layers.length) {
      setReached(next);
      focusThumb(thumbs.current, next);
    }
    event.preventDefault();
  };
  return h("section", { "aria-label": "Model view" },
    h("p", { class: "prose" }, `Every head on this ${pair.sampled}: layers down, heads across, counted from 0. Lines lead from the token updated, on the left, to the token attended to. Click a head to enlarge it; arrows move between heads.`),
    h("div", { class: "controls" }, h(Choice, { label: "Colours by", value: by, options: COLORS, onChoose: setBy })),
    h("div", { class: "scroll on-screen", role: "region", "aria-label": "All heads" },
      h("div", { ref: thumbs, class: "thumbs", onKeyDown: onKey, style: { gridTemplateColumns: `2rem repeat(${across}, max-content)` } },
        h("span"), pair.heads.map((head) => h("span", { key: "h" + head, class: "index" }, head)),
        pair.layers.map((layer) => h(Fragment, { key: layer },
          h("span", { class: seesOnlyNear(pair, layer) ? "index local" : "index" }, layer),
          pair.heads.map((head) => {
            const index = layer * across + head;
            return h(Thumb, { key: head, pair, layer, head, color: by === "head" ? head : layer, reached: index === reached, onOpen: () => { setReached(index); onEnlarge(index); } });
          }))))),
    pair.layers.some((layer) => seesOnlyNear(pair, layer)) && h("p", { class: "faint" }, "Bar beside a layer: local, its queries see only near keys."),
    h(Save, { name: "model-view", svg: () => modelViewSvg(pair, by) }),
    h(Printed, { svg: () => modelViewSvg(pair, by) }));
}

/**
 * Returns whether some keys of a pair are outside a layer's window.
 *
 * @param {LivePair} pair
 * @param {number} layer
 */
function seesOnlyNear(pair, layer) {
  return pair.vectors(layer, 0).offsets?.includes(-Infinity) ?? false;
}

/**
 * @param {Element} thumbs
 * @param {number} index
 */
function focusThumb(thumbs, index) {
  /** @type {HTMLElement} */ (thumbs.querySelectorAll(".thumb")[index]).focus();
}

/**
 * The lines of one head, in the place of all.
 *
 * @param {{ pair: Pair, index: number, onBack: () => void, onMatrix: (head: number) => void }} properties
 */
function Enlarged({ pair, index, onBack, onMatrix }) {
  const place = useRef(null);
  const layer = Math.floor(index / pair.heads.length);
  const head = index % pair.heads.length;
  useEffect(() => place.current.focus(), [index]);
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape" && !event.defaultPrevented) onBack();
  };
  return h("section", { ref: place, tabindex: -1, class: "enlarged", "aria-label": `Layer ${layer} head ${head}`, onKeyDown: onKey },
    h("h2", null, `Layer ${layer} head ${head}`),
    h("div", { class: "controls" },
      h(Action, { label: "back to all heads", onClick: onBack }),
      h(Action, { label: "show its matrix", onClick: () => onMatrix(index) })),
    h(PairHeadView, { key: index, pair: { ...pair, layers: [layer], heads: [head] }, name: `head-view-${layer}-${head}` }));
}

/**
 * @param {LivePair} pair
 * @param {string} by
 */
function modelViewSvg(pair, by) {
  const across = THUMB.width + THUMB.gap;
  const down = THUMB.height + THUMB.gap;
  const pen = new SvgPen(24 + pair.heads.length * across, 20 + pair.layers.length * down, "Attention of every head, layers down and heads across");
  pair.heads.forEach((head, k) => pen.text(String(head), 24 + k * across + THUMB.width / 2, 13, { size: 11, color: paper.faint, anchor: "middle" }));
  pair.layers.forEach((layer, l) => {
    if (seesOnlyNear(pair, layer)) pen.rect(19, 20 + l * down, 2, THUMB.height, paper.ink);
    pen.text(String(layer), 16, 20 + l * down + THUMB.height / 2, { size: 11, color: paper.faint, anchor: "end" });
    pair.heads.forEach((head, k) => pen.at(24 + k * across, 20 + l * down, () => drawThumb(pen, pair, layer, head, by === "head" ? head : layer)));
  });
  return pen.root;
}
