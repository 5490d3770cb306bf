// The filter of a table of heads: words, heads, layers and conditions on numbers, all of which must hold.

import { headName, shortName } from "./data.js";

const CONDITION = /([\p{L}][\p{L}\d_ ]*?)\s*(<=|>=|<|>|=)\s*(-?\d*\.?\d+)/gu;
const PLACE = /\b(layer|head)\s+(\d+)\b/g;

/**
 * Returns the test of a filter such as "layer 1 strong", "2-0" or "share > .1 lift >= 2". A name before a sign is the
 * title or key of a column of numbers; a condition on a name that no column has holds for no head.
 *
 * @param {Shaped} data
 * @param {TableColumn[]} columns
 * @param {string} filter
 * @returns {(index: number) => boolean}
 */
export function filterOf(data, columns, filter) {
  /** @type {((index: number) => boolean)[]} */
  const tests = [];
  const afterPlaces = filter.toLowerCase().replace(PLACE, (_, what, number) => {
    const { heads } = data.shape;
    tests.push((index) => (what === "layer" ? Math.floor(index / heads) : index % heads) === Number(number));
    return " ";
  });
  const words = afterPlaces.replace(CONDITION, (_, name, sign, number) => {
    const names = columns.flatMap((column) => (column.text ? [] : [column.key, column.title.toLowerCase()].map((known) => ({ known, column }))));
    const found = names.find(({ known }) => (" " + name).endsWith(" " + known));
    tests.push((index) => found !== undefined && fulfils(found.column.of(index), sign, Number(number)));
    return found ? name.slice(0, name.length - found.known.length) + " " : " ";
  }).split(/\s+/).filter(Boolean);
  if (words.length > 0) {
    tests.push((index) => {
      const texts = [shortName(data, index), headName(data, index), ...columns.filter(({ text }) => text).map(({ of, write }) => `${of(index) || ""} ${write(of(index) || "")}`)];
      const line = texts.join(" ").toLowerCase().split(/\s+/);
      return words.every((word) => (/^\d+-\d+$/.test(word) ? line[0] === word : line.some((some) => some.startsWith(word))));
    });
  }
  return (index) => tests.every((test) => test(index));
}

/**
 * @param {number} value
 * @param {string} sign
 * @param {number} bound
 */
function fulfils(value, sign, bound) {
  switch (sign) {
    case "<": return value < bound;
    case ">": return value > bound;
    case "<=": return value <= bound;
    case ">=": return value >= bound;
    default: return value === bound;
  }
}
