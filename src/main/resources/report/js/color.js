// Colours. The scales are part of the data, so that the page and the static pictures agree.

import { paper } from "./theme.js";

/**
 * @param {string} hex
 * @returns {Rgb}
 */
export function toRgb(hex) {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
}

/** @param {Rgb} rgb */
export function toCss(rgb) {
  return `rgb(${rgb.join(",")})`;
}

/**
 * Returns the colour at a position from 0 to 1 between evenly spaced points.
 *
 * @param {string[]} points
 * @param {number} place
 * @returns {Rgb}
 */
export function mix(points, place) {
  const at = Math.max(0, Math.min(1, place)) * (points.length - 1);
  const below = Math.min(Math.floor(at), points.length - 2);
  const from = toRgb(points[below]);
  const to = toRgb(points[below + 1]);
  return from.map((part, i) => Math.round(part + (to[i] - part) * (at - below)));
}

/**
 * Returns a colour of a scale in the current theme: in the dark theme its lightness is inverted and its hue kept.
 *
 * @param {Rgb} rgb
 * @returns {Rgb}
 */
export function onPaper(rgb) {
  if (!paper.dark) return rgb;
  const [red, green, blue] = rgb.map((part) => 255 - part);
  const grey = 0.426 * red + 1.43 * green + 0.144 * blue;
  return [red, green, blue].map((part) => Math.round(Math.max(0, Math.min(255, grey - part))));
}

/** @param {Rgb} rgb */
export function luminance(rgb) {
  const [red, green, blue] = rgb.map((part) => {
    const c = part / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * Returns black or white, whichever has more contrast.
 *
 * @param {Rgb} rgb
 */
export function inkOn(rgb) {
  const light = luminance(rgb) + 0.05;
  return light / 0.05 >= 1.05 / light ? "#000" : "#fff";
}

/** @type {Map<string, { rgb: number[], letter: string }>} */
const SIGNS = new Map();

/** @type {number[][]} */
const HEAD_COLORS = [];

/**
 * Stores the colours and letters of patterns and the colours of heads, which are part of the data.
 *
 * @param {{ patterns?: Pattern[], headColors?: string[] }} data
 */
export function knowColors({ patterns = [], headColors = [] }) {
  patterns.forEach(({ key, color, letter }) => SIGNS.set(key, { rgb: toRgb(color), letter }));
  HEAD_COLORS.splice(0, Infinity, ...headColors.map(toRgb));
}

/**
 * Returns the colour and letter of a pattern, which need not be one that the run has scores for, because a label may
 * name another.
 *
 * @param {string} pattern
 */
export function signOf(pattern) {
  return SIGNS.get(pattern) || { rgb: toRgb("#777777"), letter: "?" };
}

/**
 * Returns the colour of a head in the views of a pair.
 *
 * @param {number} head
 */
export function headColor(head) {
  return onPaper(HEAD_COLORS[head % HEAD_COLORS.length]);
}
