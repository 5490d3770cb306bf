// The page's data: JSON, gzipped, in base64, in a script element that browsers do not execute.

/**
 * Returns an element that the page must have.
 *
 * @param {string} id
 */
export function elementNamed(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error("the page has no element " + id);
  return element;
}

/** @returns {Promise<RunData | MapData | PairData>} */
export async function openData() {
  const text = elementNamed("data").textContent.trim();
  const bytes = fromBase64(text);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

/** @param {string} text */
export function fromBase64(text) {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}

/**
 * Returns the rows of head_patterns for one part, unit and stratum, each column as an array over all heads.
 *
 * @param {MapData} data
 * @param {string} pattern
 * @param {string} part
 * @param {string} unit
 * @param {string} stratum
 */
export function findSlice(data, pattern, part, unit, stratum) {
  return data.slices.find(
    (slice) =>
      slice.pattern === pattern &&
      slice.part === part &&
      slice.unit === unit &&
      slice.stratum === stratum,
  );
}

/**
 * Returns the units that a pattern was measured in.
 *
 * @param {MapData} data
 * @param {string} key
 */
function unitsOf(data, key) {
  return data.units.filter((unit) => data.slices.some((slice) => slice.pattern === key && slice.unit === unit));
}

/**
 * Returns the unit that a pattern is shown in: the requested one, or the only one that it has.
 *
 * @param {MapData} data
 * @param {string} key
 * @param {string} unit
 */
export function unitOf(data, key, unit) {
  const known = unitsOf(data, key);
  return known.length === 1 ? known[0] : unit;
}

/**
 * Returns the units that patterns can be shown in, if there is a choice.
 *
 * @param {MapData} data
 */
export function unitChoices(data) {
  return data.units.filter((unit) => data.patterns.some(({ key }) => unitsOf(data, key).length > 1 && unitsOf(data, key).includes(unit)));
}

/**
 * Returns a number of a head; NaN if it was not measured or the run has no such column.
 *
 * @param {Columns | undefined} columns
 * @param {string} name
 * @param {number} index
 * @returns {number}
 */
export function numberAt(columns, name, index) {
  const value = columns && columns[name] ? columns[name][index] : null;
  return typeof value === "number" ? value : NaN;
}

/**
 * @param {Columns | undefined} columns
 * @param {string} name
 * @param {number} index
 * @returns {any}
 */
export function textAt(columns, name, index) {
  const value = columns && columns[name] ? columns[name][index] : null;
  return value === undefined ? null : value;
}

/**
 * @param {Shaped} data
 * @param {number} index
 */
export function headName(data, index) {
  const { heads } = data.shape;
  return `layer ${Math.floor(index / heads)} head ${index % heads}`;
}

/**
 * @param {Pick<Shaped, "shape">} data
 * @param {number} index
 */
export function shortName(data, index) {
  const { heads } = data.shape;
  return `${Math.floor(index / heads)}-${index % heads}`;
}

/** @param {Pick<Shaped, "shape">} data */
export function headCount(data) {
  return data.shape.layers * data.shape.heads;
}
