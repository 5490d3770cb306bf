// How numbers are written: shares without the leading zero, a dash for what was not measured.

const NOT_MEASURED = "–";

function decimals(value, digits) {
  if (Number.isNaN(value) || value === null || value === undefined) return NOT_MEASURED;
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const text = Math.abs(value).toFixed(digits).replace(/^0\./, ".");
  return value < 0 && Number(text) !== 0 ? "−" + text : text;
}

const asShare = (value) => decimals(value, 2);
const asExactShare = (value) => decimals(value, 3);
const asLift = (value) => decimals(value, value < 0.995 ? 2 : value < 9.95 ? 1 : 0);
const asExactLift = (value) => decimals(value, value < 0.9995 ? 3 : value < 9.995 ? 2 : 1);
const asPlain = (value) => (Number.isNaN(value) ? NOT_MEASURED : value.toFixed(2));
const asQ = (value) => (value < 0.001 ? "< .001" : decimals(value, 3));
const asSigned = (value) => (value > 0 ? "+" : "") + decimals(value, Math.abs(value) < 0.0995 ? 3 : 2);
const asExactSigned = (value) => (value > 0 ? "+" : "") + decimals(value, 3);
const asCount = (value) =>
  Number.isNaN(value) ? NOT_MEASURED : Math.round(value).toLocaleString("en");

function asInterval(low, high, write) {
  return Number.isNaN(low) || Number.isNaN(high) ? "" : `${write(low)} to ${write(high)}`;
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** At most so many characters, an ellipsis for the rest. */
function cut(text, length) {
  const characters = Array.from(text.slice(0, 4 * length));
  return characters.length > length ? characters.slice(0, length - 1).join("") + "…" : text;
}
