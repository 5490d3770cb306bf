// What several selected tokens give and receive together.

/**
 * Returns sums of weights, the greatest first. If tokens are selected on one side only, there is a sum for each token of
 * the other side and each head; if on both, one for each head.
 *
 * @param {LinesView} view
 * @param {Spot[]} selected
 * @returns {WeightSum[]}
 */
export function sumsOf({ left, right, maps }, selected) {
  const from = placesOn(selected, "left");
  const to = placesOn(selected, "right");
  const all = (/** @type {Item[]} */ items) => items.map((_, i) => i);
  /** @type {{ item: Item | null, queries: number[], keys: number[] }[]} */
  const groups = from.length && to.length
    ? [{ item: null, queries: from, keys: to }]
    : from.length
      ? all(right).map((j) => ({ item: right[j], queries: from, keys: [j] }))
      : all(left).map((i) => ({ item: left[i], queries: [i], keys: to }));
  return maps
    .flatMap(({ head, weights }) => groups.map(({ item, queries, keys }) => ({ head, text: item ? item.text : "", weight: sumOver(weights, right.length, queries, keys) })))
    .sort((one, other) => other.weight - one.weight);
}

/**
 * @param {Spot[]} selected
 * @param {Side} side
 */
export function placesOn(selected, side) {
  return selected.filter((some) => some.side === side).map(({ i }) => i).sort((a, b) => a - b);
}

/**
 * Returns the sum of the weights from some tokens to others.
 *
 * @param {Float32Array} weights
 * @param {number} columns
 * @param {number[]} queries
 * @param {number[]} keys
 */
export function sumOver(weights, columns, queries, keys) {
  let total = 0;
  for (const i of queries) for (const j of keys) total += weights[i * columns + j];
  return total;
}
