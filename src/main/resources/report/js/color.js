// Colours. Scales come with the data, so that the page and the static pictures agree.

function toRgb(hex) {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
}

function toCss(rgb) {
  return `rgb(${rgb.join(",")})`;
}

/** The colour at a place from 0 to 1 between evenly spaced points. */
function mix(points, place) {
  const at = Math.max(0, Math.min(1, place)) * (points.length - 1);
  const below = Math.min(Math.floor(at), points.length - 2);
  const from = toRgb(points[below]);
  const to = toRgb(points[below + 1]);
  return from.map((part, i) => Math.round(part + (to[i] - part) * (at - below)));
}

/** On dark paper scales turn round: lightness is inverted, the hue kept. */
function onPaper(rgb) {
  if (!paper.dark) return rgb;
  const [red, green, blue] = rgb.map((part) => 255 - part);
  const grey = 0.426 * red + 1.43 * green + 0.144 * blue;
  return [red, green, blue].map((part) => Math.round(Math.max(0, Math.min(255, grey - part))));
}

function luminance(rgb) {
  const [red, green, blue] = rgb.map((part) => {
    const c = part / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Black or white, whichever stands out more. */
function inkOn(rgb) {
  const light = luminance(rgb) + 0.05;
  return light / 0.05 >= 1.05 / light ? "#000" : "#fff";
}

const SIGNS = new Map();

/** Learns the colours and letters of patterns, which come with the data. */
function knowSigns(patterns) {
  patterns.forEach(({ key, color, letter }) => SIGNS.set(key, { rgb: toRgb(color), letter }));
}

function signOf(pattern) {
  return SIGNS.get(pattern) || { rgb: toRgb("#777777"), letter: "?" };
}

const HEAD_COLORS = [
  "#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#ee7733", "#117733",
  "#882255", "#44aa99", "#999933", "#332288", "#cc6677", "#997700", "#6699cc", "#777777",
];

/** The colour of a head in the views of a pair. */
function headColor(head) {
  return onPaper(toRgb(HEAD_COLORS[head % HEAD_COLORS.length]));
}
