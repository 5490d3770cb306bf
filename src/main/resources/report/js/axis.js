// Maps values to colours: a value's position from 0 to 1, its colour, and the ticks of the legend.

import { mix, onPaper } from "./color.js";
import { asShare } from "./format.js";

/**
 * Returns the axis of shares: colour starts at chance and ends at 1.
 *
 * @param {{ scales: Scales }} data
 * @param {number} chance
 * @param {string} [name] of what gives chance
 * @returns {Axis}
 */
export function shareAxis(data, chance, name = "chance") {
  const low = Number.isNaN(chance) ? 0 : chance;
  /** @type {Tick[]} */
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, label: value === 0 || value === 1 ? String(value) : asShare(value) }));
  if (!Number.isNaN(chance)) ticks.push({ value: chance, label: `${name} ${asShare(chance)}`, isNull: true });
  return {
    ticks,
    place: (value) => clamp(value),
    value: (place) => place,
    color: (value) => onPaper(mix(data.scales.sequential, low < 1 ? (value - low) / (1 - low) : 0)),
  };
}

/**
 * Returns an axis from 0 to the largest value, without a null.
 *
 * @param {{ scales: Scales }} data
 * @param {number[]} values
 * @returns {Axis}
 */
export function plainAxis(data, values) {
  const top = niceCeiling(Math.max(...values.filter(Number.isFinite), 0));
  return {
    ticks: [0, 0.5, 1].map((part) => ({ value: part * top, label: trimmed(part * top) })),
    place: (value) => clamp(value / top),
    value: (place) => place * top,
    color: (value) => onPaper(mix(data.scales.sequential, value / top)),
  };
}

/**
 * Returns an axis of ratios around 1, in doublings.
 *
 * @param {{ scales: Scales }} data
 * @param {number[]} values
 * @param {string} nullLabel
 * @returns {Axis}
 */
export function ratioAxis(data, values, nullLabel) {
  const farthest = Math.max(1, ...values.filter((v) => v > 0 && Number.isFinite(v)).map((v) => Math.abs(Math.log2(v))));
  const doublings = Math.ceil(Math.min(6, farthest));
  /** @type {Tick[]} */
  const ticks = [{ value: 1, label: nullLabel, isNull: true }];
  const step = doublings > 3 ? 2 : 1;
  for (let k = doublings - (doublings % step); k > 0; k -= step) {
    ticks.push({ value: 2 ** -k, label: "1/" + 2 ** k }, { value: 2 ** k, label: String(2 ** k) });
  }
  const place = (/** @type {number} */ value) => clamp(0.5 + Math.log2(value) / (2 * doublings));
  return {
    ticks,
    place,
    value: (at) => 2 ** ((2 * at - 1) * doublings),
    color: (value) => onPaper(mix(data.scales.diverging, place(value))),
  };
}

/**
 * Returns an axis of differences or correlations around 0, equally long on both sides.
 *
 * @param {{ scales: Scales }} data
 * @param {number[]} values
 * @param {string} [nullLabel]
 * @param {number} [floor] the shortest length of a side, so that small values do not get strong colours
 * @returns {Axis}
 */
export function differenceAxis(data, values, nullLabel = "no difference", floor = 0) {
  const top = niceCeiling(Math.max(...values.filter(Number.isFinite).map(Math.abs), floor));
  const place = (/** @type {number} */ value) => clamp(0.5 + value / (2 * top));
  return {
    ticks: [
      { value: -top, label: "−" + trimmed(top) },
      { value: 0, label: nullLabel, isNull: true },
      { value: top, label: "+" + trimmed(top) },
    ],
    place,
    value: (at) => (2 * at - 1) * top,
    color: (value) => onPaper(mix(data.scales.diverging, place(value))),
  };
}

/** @param {number} value */
export function clamp(value) {
  return Math.max(0, Math.min(1, value));
}

/**
 * Returns the smallest of 1, 2, 5, 10 ... that is at least the value.
 *
 * @param {number} value
 * @returns {number}
 */
export function niceCeiling(value) {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  return [1, 2, 5].map((step) => step * power).find((nice) => nice >= value * 0.999) ?? 10 * power;
}

/** @param {number} value */
export function trimmed(value) {
  return String(Number(value.toPrecision(3))).replace(/^0\./, ".");
}
