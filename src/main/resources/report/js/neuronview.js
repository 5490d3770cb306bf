// Shows how one weight is computed (Vig 2019): the query and each key, number by number, their product, its sum
// divided by the square root of the width, and the softmax of the sums.

import { onPaper, toCss, toRgb } from "./color.js";
import { Choice } from "./controls.js";
import { h, useLayoutEffect, useMemo, useRef, useState } from "./dom.js";
import { asExactShare, cut, decimals } from "./format.js";
import { biasSays, biasText, NEURON, neuronAt, neuronColumns, neuronLook, neuronSays, neuronSize, strongestSays } from "./neurons.js";
import { paint, SvgPen } from "./pen.js";
import { Printed } from "./print.js";
import { Save } from "./save.js";
import { NumberChoice } from "./shown.js";
import { paper } from "./theme.js";

/** @param {{ pair: LivePair, name: string }} properties */
export function NeuronView({ pair, name }) {
  const [layer, setLayer] = useState(pair.layers[0]);
  const [head, setHead] = useState(pair.heads[0]);
  const [token, setToken] = useState(Math.min(1, pair.tokens.length - 1));
  const [at, setAt] = useState(/** @type {NeuronSpot | null} */ (null));
  const canvas = useRef(null);
  const look = useMemo(() => neuronLook(pair, layer, head, token), [pair, layer, head, token]);
  const { width, height } = neuronSize(look);
  useLayoutEffect(() => paint(canvas.current, width, height, (pen) => drawNeurons(pen, look)));
  const onMove = (/** @type {PointerEvent} */ event) => setAt(neuronAt(look, event.offsetX, event.offsetY));
  return h("section", { "aria-label": "Neuron view", class: "neuron-view" },
    h("p", { class: "prose" }, "Where a weight comes from. The query of the chosen token stands above; below it, for every token, its key, the product of the two number by number, their sum over the root of the width, and the softmax of these sums: the attention. Orange is positive, violet negative." + (pair.rotated ? " Queries and keys are shown as they are multiplied: rotated by their positions." : "") + (pair.terms > 1 ? ` A score is the sum of ${pair.terms} products: queries are divided by the root of ${pair.terms}, and the bias is the part of the products with keys and queries of relative positions.` : look.bias ? biasSays(look.bias) : "")),
    h("div", { class: "controls" },
      h(NumberChoice, { label: "Layer", numbers: pair.layers, value: layer, onChoose: setLayer }),
      h(NumberChoice, { label: "Head", numbers: pair.heads, value: head, onChoose: setHead }),
      h(Choice, { label: "Token", value: String(token), options: pair.tokens.map((text, i) => [String(i), `${i} ${cut(text, 30)}`]), onChoose: (some) => setToken(Number(some)) })),
    h("p", { class: "readout", role: "status" }, at ? neuronSays(look, at) : strongestSays(look)),
    h("div", { class: "scroll on-screen", role: "region", "aria-label": "Query, keys and products", tabindex: 0 },
      h("canvas", { ref: canvas, role: "img", "aria-label": `Layer ${layer} head ${head}, from token ${look.tokens[token]}: ${strongestSays(look)}`, onPointerMove: onMove, onPointerLeave: () => setAt(null) })),
    h(Printed, { title: `Layer ${layer}, head ${head}`, svg: () => neuronSvg(look) }),
    h(Save, { name: `${name}-neurons-${layer}-${head}-${token}`, svg: () => neuronSvg(look) }));
}

/**
 * @param {Pen} pen
 * @param {NeuronLook} look
 */
function drawNeurons(pen, look) {
  const columns = neuronColumns(look);
  const head = { size: 11, color: paper.faint };
  const strip = (/** @type {Float32Array} */ values, /** @type {number} */ from, /** @type {number} */ reach, /** @type {number} */ x, /** @type {number} */ y) => {
    for (let d = 0; d < look.width; d++) signed(pen, values[from + d] / reach, x + d * NEURON.number, y, NEURON.number, NEURON.row - 4);
  };
  pen.text("query q of", columns.key - 8, 30, { ...head, anchor: "end" });
  pen.text(cut(look.tokens[look.token], 16), columns.key - 8, 46, { size: 13, anchor: "end" });
  strip(look.query, 0, look.reach.query, columns.key, 32);
  pen.text("key k", columns.key, NEURON.top - 8, head);
  pen.text("q × k", columns.product, NEURON.top - 8, head);
  pen.text("q·k / √" + look.width, columns.dot + NEURON.dot, NEURON.top - 8, { ...head, anchor: "end" });
  if (look.bias) pen.text("bias", columns.bias + NEURON.bias, NEURON.top - 8, { ...head, anchor: "end" });
  pen.text("softmax", columns.softmax, NEURON.top - 8, head);
  look.tokens.forEach((text, j) => {
    const y = NEURON.top + j * NEURON.row;
    pen.text(cut(text, 16), columns.key - 8, y + 12, { size: 12, anchor: "end", color: look.wordOf[j] < 0 ? paper.faint : paper.ink });
    strip(look.keys, j * look.width, look.reach.keys, columns.key, y);
    strip(look.products, j * look.width, look.reach.products, columns.product, y);
    pen.text(decimals(look.scores[j], 2), columns.dot + NEURON.dot, y + 12, { size: 12, anchor: "end" });
    if (look.bias) pen.text(biasText(look.bias[j], 2), columns.bias + NEURON.bias, y + 12, { size: 12, anchor: "end" });
    pen.rect(columns.softmax, y + 1, NEURON.bar * look.softmax[j], NEURON.row - 6, paper.bar);
    pen.text(asExactShare(look.softmax[j]), columns.softmax + NEURON.bar * look.softmax[j] + 5, y + 12, { size: 11 });
  });
}

/**
 * @param {Pen} pen
 * @param {number} value
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 */
function signed(pen, value, x, y, width, height) {
  if (Math.abs(value) < 0.01) return;
  pen.rect(x, y, width, height, toCss(onPaper(toRgb(value > 0 ? "#b86b0c" : "#494394"))), Math.min(1, Math.sqrt(Math.abs(value))));
}

/** @param {NeuronLook} look */
function neuronSvg(look) {
  const { width, height } = neuronSize(look);
  const pen = new SvgPen(width, height, strongestSays(look));
  drawNeurons(pen, look);
  return pen.root;
}
