// A head's map of a pair as the reader has chosen to see it: which sentences, with or without delimiters, by tokens
// or by words.

export const FILTERS = [["all", "all"], ["0-0", "A to A"], ["0-1", "A to B"], ["1-0", "B to A"], ["1-1", "B to B"]];

/**
 * Returns the items in the columns, each a token or a word: { text, segment, tokens, delimiter }.
 *
 * @param {Tokens} pair
 * @param {{ byWord: boolean, hideDelimiters: boolean }} options
 * @returns {Item[]}
 */
export function shownItems({ tokens, segments, wordOf, words }, { byWord, hideDelimiters }) {
  /** @type {Item[]} */
  const items = [];
  tokens.forEach((token, i) => {
    const word = wordOf[i];
    if (byWord && word >= 0 && word === wordOf[i - 1]) {
      items[items.length - 1].tokens.push(i);
    } else {
      items.push({ text: byWord && word >= 0 ? words[word] : token, segment: segments[i], tokens: [i], delimiter: word < 0 });
    }
  });
  return hideDelimiters ? items.filter(({ delimiter }) => !delimiter) : items;
}

/**
 * Returns the items on the left, which are updated, and those on the right, which are attended to.
 *
 * @param {Tokens} pair
 * @param {ShownOptions} options
 * @returns {{ left: Item[], right: Item[] }}
 */
export function sides(pair, options) {
  const items = shownItems(pair, options);
  if (options.filter === "all") return { left: items, right: items };
  const [from, to] = options.filter.split("-").map(Number);
  return { left: items.filter(({ segment }) => segment === from), right: items.filter(({ segment }) => segment === to) };
}

/**
 * Returns the weights from each item on the left to each on the right, row by row: to a word, the sum over its
 * tokens; from a word, the mean (Clark et al. 2019). If renormalised, each row sums to 1 over the items that are
 * shown.
 *
 * @param {Float32Array} map
 * @param {number} size
 * @param {Item[]} left
 * @param {Item[]} right
 * @param {boolean} renormalise
 */
export function project(map, size, left, right, renormalise) {
  const weights = new Float32Array(left.length * right.length);
  left.forEach(({ tokens: queries }, i) => {
    let sum = 0;
    right.forEach(({ tokens: keys }, j) => {
      let weight = 0;
      for (let q = 0; q < queries.length; q++) {
        for (let k = 0; k < keys.length; k++) weight += map[queries[q] * size + keys[k]];
      }
      weight /= queries.length;
      weights[i * right.length + j] = weight;
      sum += weight;
    });
    if (renormalise && sum > 0) for (let j = 0; j < right.length; j++) weights[i * right.length + j] /= sum;
  });
  return weights;
}

/**
 * Computes the attention of one head from its queries and keys: the softmax of their products divided by sqrt(width),
 * plus the offset of the distance from query to key, or the terms of relative positions.
 *
 * @param {Float32Array} queries
 * @param {Float32Array} keys
 * @param {number} size
 * @param {number} width
 * @param {number[] | null} [offsets] by key - query, from the distance 1 - size on
 * @param {Float32Array | null} [positions] by query, then by key
 */
export function attend(queries, keys, size, width, offsets = null, positions = null) {
  const map = new Float32Array(size * size);
  const scale = 1 / Math.sqrt(width);
  for (let i = 0; i < size; i++) {
    let greatest = -Infinity;
    for (let j = 0; j < size; j++) {
      let score = 0;
      for (let d = 0; d < width; d++) score += queries[i * width + d] * keys[j * width + d];
      map[i * size + j] = score * scale + (offsets ? offsets[j - i + size - 1] : 0) + (positions ? positions[i * size + j] : 0);
      greatest = Math.max(greatest, map[i * size + j]);
    }
    let sum = 0;
    for (let j = 0; j < size; j++) sum += map[i * size + j] = Math.exp(map[i * size + j] - greatest);
    for (let j = 0; j < size; j++) map[i * size + j] /= sum;
  }
  return map;
}
