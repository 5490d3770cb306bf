// The numbers of the neuron view, their positions, and their descriptions.

import { asExactShare, cut, decimals } from "./format.js";

export const NEURON = { label: 130, number: 4.5, row: 18, top: 96, gap: 18, dot: 66, bias: 40, bar: 120 };

/**
 * Returns all numbers of the view.
 *
 * @param {LivePair} pair
 * @param {number} layer
 * @param {number} head
 * @param {number} token
 * @returns {NeuronLook}
 */
export function neuronLook(pair, layer, head, token) {
  const { queries, keys, width, offsets, positions } = pair.vectors(layer, head);
  const size = pair.tokens.length;
  const query = queries.subarray(token * width, (token + 1) * width);
  const scores = [];
  const products = new Float32Array(size * width);
  for (let j = 0; j < size; j++) {
    let sum = 0;
    for (let d = 0; d < width; d++) sum += products[j * width + d] = query[d] * keys[j * width + d];
    scores.push(sum / Math.sqrt(width));
  }
  const bias = positions ? Array.from(positions.subarray(token * size, (token + 1) * size)) : offsets && scores.map((_, j) => offsets[j - token + size - 1]);
  const sums = bias ? scores.map((score, j) => score + bias[j]) : scores;
  const greatest = Math.max(...sums);
  const total = sums.reduce((sum, score) => sum + Math.exp(score - greatest), 0);
  const reach = (/** @type {Iterable<number>} */ values) => Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  return { tokens: pair.tokens, wordOf: pair.wordOf, token, query, keys, products, scores, bias, width, softmax: sums.map((score) => Math.exp(score - greatest) / total),
    reach: { query: reach(query), keys: reach(keys), products: reach(products), scores: reach(scores) } };
}

/** @param {{ width: number, bias?: number[] | null }} look */
export function neuronColumns({ width, bias }) {
  const strip = width * NEURON.number;
  const key = NEURON.label;
  const product = key + strip + NEURON.gap;
  const dot = product + strip + NEURON.gap;
  const after = dot + NEURON.dot + NEURON.gap;
  return { strip, key, product, dot, bias: after, softmax: bias ? after + NEURON.bias + NEURON.gap : after };
}

/** @param {NeuronLook} look */
export function neuronSize(look) {
  return { width: neuronColumns(look).softmax + NEURON.bar + 44, height: NEURON.top + look.tokens.length * NEURON.row + 8 };
}

/**
 * Returns what the bias is: the model's own, or that of a layer with a window, which only hides keys.
 *
 * @param {number[]} bias
 */
export function biasSays(bias) {
  const hides = bias.includes(-Infinity);
  const own = bias.some((offset) => Number.isFinite(offset) && offset !== 0);
  if (!own) return " The bias is added before the softmax: 0 for a key in the layer's window, and −∞ for one outside it, which the token cannot see.";
  return " The bias, which depends on the distance of the two tokens, is added before the softmax" + (hides ? "; it is −∞ for a key outside the layer's window." : ".");
}

/**
 * Returns what is drawn at a point: the token j and, in a strip of numbers, the index d and the kind of number.
 *
 * @param {NeuronLook} look
 * @param {number} x
 * @param {number} y
 * @returns {NeuronSpot | null}
 */
export function neuronAt(look, x, y) {
  const columns = neuronColumns(look);
  const j = Math.floor((y - NEURON.top) / NEURON.row);
  const within = (/** @type {number} */ start) => (x >= start && x < start + columns.strip ? Math.floor((x - start) / NEURON.number) : null);
  const key = within(columns.key);
  const product = within(columns.product);
  if (y >= 28 && y < 52 && key !== null) return { what: "query", d: key };
  if (j < 0 || j >= look.tokens.length) return null;
  if (key !== null) return { what: "key", j, d: key };
  if (product !== null) return { what: "product", j, d: product };
  return { what: "weight", j };
}

/**
 * @param {NeuronLook} look
 * @param {NeuronSpot} spot
 */
export function neuronSays(look, spot) {
  const name = (/** @type {number} */ i) => cut(look.tokens[i], 40);
  if (spot.what === "query") return `query of ${name(look.token)}, number ${spot.d}: ${decimals(look.query[spot.d], 3)}`;
  const { j } = spot;
  if (spot.what === "key") return `key of ${name(j)}, number ${spot.d}: ${decimals(look.keys[j * look.width + spot.d], 3)}`;
  if (spot.what === "product") return `product with ${name(j)}, number ${spot.d}: ${decimals(look.products[j * look.width + spot.d], 3)}`;
  return `${name(look.token)} to ${name(j)}: q·k / √${look.width} = ${decimals(look.scores[j], 3)}${look.bias ? `, bias ${biasText(look.bias[j], 3)}` : ""}, attention ${asExactShare(look.softmax[j])}`;
}

/**
 * Returns a bias as text; that of a key which the query cannot see is minus infinity.
 *
 * @param {number} bias
 * @param {number} digits
 */
export function biasText(bias, digits) {
  return Number.isFinite(bias) ? decimals(bias, digits) : "−∞";
}

/** @param {NeuronLook} look */
export function strongestSays(look) {
  const j = look.softmax.indexOf(Math.max(...look.softmax));
  return neuronSays(look, { what: "weight", j });
}
