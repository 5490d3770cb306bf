// Formats numbers: shares without the leading zero, and a dash for values that were not measured.

export const NOT_MEASURED = "–";

/**
 * @param {number | null | undefined} value
 * @param {number} digits
 */
export function decimals(value, digits) {
  if (Number.isNaN(value) || value === null || value === undefined) return NOT_MEASURED;
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const text = Math.abs(value).toFixed(digits).replace(/^0\./, ".");
  return value < 0 && Number(text) !== 0 ? "−" + text : text;
}

/** @type {Write} */
export const asShare = (value) => decimals(value, 2);
/** @type {Write} */
export const asExactShare = (value) => decimals(value, 3);
/** @type {Write} */
export const asLift = (value) => decimals(value, value < 0.995 ? 2 : value < 9.95 ? 1 : 0);
/** @type {Write} */
export const asExactLift = (value) => decimals(value, value < 0.9995 ? 3 : value < 9.995 ? 2 : 1);
/** Writes a number with three digits, however small it is. @type {Write} */
export const asThree = (value) => (Number.isNaN(value) ? NOT_MEASURED : String(Number(value.toPrecision(3))).replace(/^(-?)0\./, "$1.").replace(/^-/, "−"));
/** @type {Write} */
export const asPlain = (value) => (Number.isNaN(value) ? NOT_MEASURED : value.toFixed(2));
/** @type {Write} */
export const asQ = (value) => (value < 0.001 ? "< .001" : decimals(value, 3));
/** @type {Write} */
export const asSigned = (value) => (value > 0 ? "+" : "") + decimals(value, Math.abs(value) < 0.0995 ? 3 : 2);
/** @type {Write} */
export const asExactSigned = (value) => (value > 0 ? "+" : "") + decimals(value, 3);
/** @type {Write} */
export const asCount = (value) =>
  Number.isNaN(value) ? NOT_MEASURED : Math.round(value).toLocaleString("en");

/**
 * @param {Interval | null} interval
 * @param {Write} write
 */
export function asInterval(interval, write) {
  return interval ? `${write(interval[0])} to ${write(interval[1])}` : "";
}

/**
 * Returns an interval in brackets, for display after its value.
 *
 * @param {Interval | null} interval
 * @param {Write} write
 */
export function bracketed(interval, write) {
  return interval ? ` (${asInterval(interval, write)})` : "";
}

/** @param {string} text */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** The characters of East Asian scripts, which are about twice as wide as letters. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/**
 * Returns how wide a text is in letters.
 *
 * @param {string} text
 */
export function lettersIn(text) {
  return Array.from(text).reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

/**
 * Returns a text that is at most as wide as a number of letters, with an ellipsis for the rest.
 *
 * @param {string} text
 * @param {number} length
 */
export function cut(text, length) {
  const start = text.slice(0, 4 * length);
  if (lettersIn(start) <= length) return text;
  let kept = "";
  let room = length - 1;
  for (const character of start) {
    room -= lettersIn(character);
    if (room < 0) break;
    kept += character;
  }
  return kept + "…";
}
