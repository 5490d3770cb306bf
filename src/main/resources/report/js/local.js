// Local layers, whose queries see only near keys: a bar beside their rows, and what it says.

import { h } from "./dom.js";
import { paper } from "./theme.js";

/**
 * Returns whether a layer is local; in a comparison, in either run.
 *
 * @param {Shaped} data
 * @param {number} layer
 */
export function isLocal(data, layer) {
  return [data.windows, data.windowsOfB].some((windows) => windows != null && windows[layer] !== null);
}

/** @param {Shaped} data */
export function hasLocalLayers(data) {
  return Array.from({ length: data.shape.layers }, (_, layer) => layer).some((layer) => isLocal(data, layer));
}

/**
 * Bars beside the rows of local layers.
 *
 * @param {{ data: Shaped, x: number, width: number, top: number, pitch: number, height: number }} properties the left and
 *   the width of the bars, the top of the first row, the distance of two rows, and the height of a row
 */
export function LocalBars({ data, x, width, top, pitch, height }) {
  return h("g", { class: "local-bars", "aria-hidden": true }, Array.from({ length: data.shape.layers }, (_, layer) => isLocal(data, layer) &&
    h("rect", { key: layer, x, y: top + layer * pitch, width, height, fill: paper.ink })));
}

/**
 * Says what the bars mean.
 *
 * @param {Shaped} data
 * @param {string} [bar] where they are
 */
export function localNote(data, bar = "Bar beside a layer") {
  if (data.windowsOfB === undefined) return `${bar}: local, its queries see ${reaches(data.windows || [])} positions to each side.`;
  return `${bar}: local in A or B. In A: ${localLayers(data.windows || [])}. In B: ${localLayers(data.windowsOfB || [])}.`;
}

/** @param {(number | null)[]} windows */
function reaches(windows) {
  return [...new Set(windows.filter((reach) => reach !== null))].join(", ");
}

/**
 * Returns the local layers by how far their queries see, such as "1, 2, 4 (64 positions to each side)".
 *
 * @param {(number | null)[]} windows
 */
function localLayers(windows) {
  const different = [...new Set(windows.filter((reach) => reach !== null))];
  const layersOf = (/** @type {number | null} */ reach) => windows.flatMap((some, layer) => (some === reach ? [layer] : [])).join(", ");
  return different.map((reach) => `${layersOf(reach)} (${reach} positions to each side)`).join("; ") || "none";
}
