// The views of one pair, with all its layers and heads.

import { attend } from "./attention.js";
import { fromBase64 } from "./data.js";
import { Fragment, h, useMemo, useState } from "./dom.js";
import { Content, Masthead, Tabs } from "./frame.js";
import { PairHeadView } from "./headview.js";
import { MatrixView } from "./matrix.js";
import { ModelView } from "./modelview.js";
import { NeuronView } from "./neuronview.js";
import { usePlace } from "./place.js";
import { useTheme } from "./theme.js";

const PAIR_VIEWS = [["heads", "Head view"], ["matrix", "Matrix"], ["model", "Model view"], ["neurons", "Neuron view"]];

/** @param {{ data: PairData }} properties */
export function PairApp({ data }) {
  const [theme, setTheme] = useTheme();
  const [place, go, faults] = usePlace({ view: "heads", pinned: null, look: {} }, PAIR_VIEWS, { heads: data.shape.layers * data.shape.heads, choices: {} });
  const [layer, setLayer] = useState(0);
  const pair = useMemo(() => livePair(data), [data]);
  const heads = pair.heads.length;
  const { pinned } = place;
  return h(Fragment, null,
    h(Masthead, { data, theme, setTheme }),
    h(Tabs, { views: PAIR_VIEWS, current: place.view, onGo: (view) => go({ view, pinned: null }) }),
    h(Content, { faults },
      place.view === "heads" && h("section", { "aria-label": "Head view" },
        h("p", { class: "prose" }, "Lines lead from the token that is updated, on the left, to the token that it attends to. Colours are heads; strength is the weight itself, whatever else is shown."),
        h(PairHeadView, { pair, name: "head-view", layer, onLayer: setLayer })),
      place.view === "matrix" && h(MatrixView, { pair, layer: Math.floor((pinned ?? 0) / heads), head: (pinned ?? 0) % heads, onHead: (some, head) => go({ view: "matrix", pinned: some * heads + head }) }),
      place.view === "model" && h(ModelView, { pair, enlarged: pinned, onEnlarge: (index) => go({ view: "model", pinned: index }), onMatrix: (index) => go({ view: "matrix", pinned: index }) }),
      place.view === "neurons" && h(NeuronView, { pair, name: "pair" })));
}

/**
 * Returns a pair whose maps are computed in the page, from the queries and keys, when they are viewed.
 *
 * @param {PairData} data
 * @returns {LivePair}
 */
function livePair(data) {
  const { tokens, segments, wordOf, words, headSize } = data;
  const { layers, heads } = data.shape;
  const count = (/** @type {number} */ n) => Array.from({ length: n }, (_, i) => i);
  const layerOf = remembered((layer) => {
    const { queries, keys } = data.vectors[layer];
    return { queries: unpack(queries), keys: unpack(keys) };
  });
  const vectors = (/** @type {number} */ layer, /** @type {number} */ head) => {
    const one = (/** @type {Float32Array} */ all) => ofHead(all, tokens.length, heads, head, headSize);
    const { offsets, positions } = data.vectors[layer];
    return { queries: one(layerOf(layer).queries), keys: one(layerOf(layer).keys), width: headSize, offsets: offsetsOf(offsets, head), positions: positions ? unpack(positions[head]) : null };
  };
  const map = remembered((index) => {
    const { queries, keys, offsets, positions } = vectors(Math.floor(index / heads), index % heads);
    return attend(queries, keys, tokens.length, headSize, offsets, positions);
  });
  return { tokens, segments, wordOf, words, sampled: data.sampled, scales: data.scales, rotated: data.rotated, terms: data.terms, layers: count(layers), heads: count(heads), vectors, weights: (layer, head) => map(layer * heads + head) };
}

/**
 * Returns what a head adds to its scaled scores by key - query, from the distance 1 - n on: -Infinity for keys that a
 * query cannot see; null if it adds nothing.
 *
 * @param {(number | null)[][] | undefined} offsets
 * @param {number} head
 */
export function offsetsOf(offsets, head) {
  if (!offsets) return null;
  return offsets[offsets.length === 1 ? 0 : head].map((offset) => offset ?? -Infinity);
}

/**
 * Returns a memoized version of a function of a number.
 *
 * @template T
 * @param {(key: number) => T} compute
 * @returns {(key: number) => T}
 */
function remembered(compute) {
  /** @type {Map<number, T>} */
  const known = new Map();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}

/**
 * Unpacks numbers from 16-bit integers, which are multiples of the unit.
 *
 * @param {Packed} packed
 */
export function unpack({ unit, values }) {
  const bytes = fromBase64(values);
  const view = new DataView(bytes.buffer);
  const numbers = new Float32Array(bytes.length / 2);
  for (let i = 0; i < numbers.length; i++) numbers[i] = unit * view.getInt16(2 * i, true);
  return numbers;
}

/**
 * Returns one head's vectors, [token][number], from those of all heads.
 *
 * @param {Float32Array} all
 * @param {number} size
 * @param {number} heads
 * @param {number} head
 * @param {number} width
 */
export function ofHead(all, size, heads, head, width) {
  const vectors = new Float32Array(size * width);
  for (let token = 0; token < size; token++) {
    const from = (token * heads + head) * width;
    vectors.set(all.subarray(from, from + width), token * width);
  }
  return vectors;
}
