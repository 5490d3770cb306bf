// Saves a chart as it is drawn, in the current theme.

import { Action } from "./controls.js";
import { h, useRef } from "./dom.js";
import { contextOf, SVG, svgElement } from "./pen.js";
import { FONT, paper } from "./theme.js";

const PNG_SCALE = 3;

/** How far a chart may shrink so that its letters of 11 pixels are no smaller than 9. */
const LEAST_SCALE = 0.83;

/**
 * @param {string} name
 * @param {Blob} blob
 */
export function download(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/**
 * Returns a self-contained copy of a chart, with its size and background and independent of the page.
 *
 * @param {Element} svg
 */
function standalone(svg) {
  const copy = /** @type {Element} */ (svg.cloneNode(true));
  const [, , width, height] = (copy.getAttribute("viewBox") || "").split(" ").map(Number);
  copy.setAttribute("xmlns", SVG);
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("font-family", FONT);
  for (const element of [copy, ...copy.querySelectorAll("*")]) {
    for (const name of ["tabindex", "class", "style"]) element.removeAttribute(name);
  }
  copy.prepend(svgElement("rect", { width, height, fill: paper.ground }));
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

/**
 * @param {Element} svg
 * @param {string} name
 */
function saveSvg(svg, name) {
  download(name + ".svg", new Blob([standalone(svg).text], { type: "image/svg+xml" }));
}

/**
 * @param {Element} svg
 * @param {string} name
 */
async function savePng(svg, name) {
  const { text, width, height } = standalone(svg);
  const image = new Image();
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
  await image.decode();
  const scale = Math.min(PNG_SCALE, 15000 / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  contextOf(canvas).drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => blob && download(name + ".png", blob), "image/png");
}

/**
 * The two buttons under a chart; svg returns the chart's element when it is called.
 *
 * @param {{ name: string, svg: () => Element }} properties
 */
export function Save({ name, svg }) {
  return h("p", { class: "save" },
    h(Action, { label: "SVG", "aria-label": `Save ${name} as SVG`, onClick: () => saveSvg(svg(), name) }),
    h(Action, { label: "PNG", "aria-label": `Save ${name} as PNG`, onClick: () => savePng(svg(), name) }));
}

/**
 * A chart made of Preact elements, with its buttons.
 *
 * @param {{ name: string, width: number, height: number, label: string, role?: string, children?: Child, onPointerLeave?: () => void }} properties
 */
export function Chart({ name, width, height, label, children, ...more }) {
  const svg = useRef(null);
  return h("div", { class: "chart" },
    h("div", { class: "drawing", role: "group", tabindex: 0, "aria-label": "Chart: " + label }, h("svg", { ref: svg, viewBox: `0 0 ${width} ${height}`, style: { minWidth: width * LEAST_SCALE + "px" }, "font-family": FONT, role: "img", "aria-label": label, ...more }, children)),
    h(Save, { name, svg: () => svg.current }));
}
