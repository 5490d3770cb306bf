// One interface for drawing on a canvas and into an SVG, with lengths in pixels.

import { FONT, paper } from "./theme.js";

export const SVG = "http://www.w3.org/2000/svg";

/** The canvas names of SVG's text anchors. */
const ANCHORS = /** @type {const} */ ({ start: "left", middle: "center", end: "right" });

/** @implements {Pen} */
class CanvasPen {
  /** @param {CanvasRenderingContext2D} context */
  constructor(context) {
    this.context = context;
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   * @param {string} color
   * @param {number} [opacity]
   */
  rect(x, y, width, height, color, opacity = 1) {
    this.context.globalAlpha = opacity;
    this.context.fillStyle = color;
    this.context.fillRect(x, y, width, height);
  }

  /**
   * Draws lines of the same style, each [x1, y1, x2, y2]: one by one, because a path of many crossing lines takes
   * many times longer.
   *
   * @param {Line[]} lines
   * @param {string} color
   * @param {number} width
   * @param {number} opacity
   */
  lines(lines, color, width, opacity) {
    const context = this.context;
    context.globalAlpha = opacity;
    context.strokeStyle = color;
    context.lineWidth = width;
    for (const [x1, y1, x2, y2] of lines) {
      context.beginPath();
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
      context.stroke();
    }
  }

  /**
   * @param {string} text
   * @param {number} x
   * @param {number} y
   * @param {PenText} [look]
   */
  text(text, x, y, { size = 12, color = paper.ink, anchor = "start" } = {}) {
    const context = this.context;
    context.globalAlpha = 1;
    context.fillStyle = color;
    context.font = `${size}px ${FONT}`;
    context.textAlign = ANCHORS[anchor];
    context.textBaseline = "alphabetic";
    context.fillText(text, x, y);
  }

  /**
   * Draws a text that reads upwards.
   *
   * @param {string} text
   * @param {number} x
   * @param {number} y
   * @param {PenText} [look]
   */
  textUp(text, x, y, look) {
    this.context.save();
    this.context.translate(x, y);
    this.context.rotate(-Math.PI / 2);
    this.text(text, 0, 0, look);
    this.context.restore();
  }

  /**
   * Draws with a translated origin.
   *
   * @param {number} x
   * @param {number} y
   * @param {(pen: Pen) => void} draw
   */
  at(x, y, draw) {
    this.context.save();
    this.context.translate(x, y);
    draw(this);
    this.context.restore();
  }
}

/** @implements {Pen} */
export class SvgPen {
  /**
   * @param {number} width
   * @param {number} height
   * @param {string} label
   */
  constructor(width, height, label) {
    this.root = svgElement("svg", {
      xmlns: SVG, viewBox: `0 0 ${width} ${height}`, width, height,
      "font-family": FONT, role: "img", "aria-label": label,
    });
    this.group = this.root;
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   * @param {string} color
   * @param {number} [opacity]
   */
  rect(x, y, width, height, color, opacity = 1) {
    this.group.append(svgElement("rect", { x: round(x), y: round(y), width: round(width), height: round(height), fill: color, "fill-opacity": round(opacity) }));
  }

  /**
   * @param {Line[]} lines
   * @param {string} color
   * @param {number} width
   * @param {number} opacity
   */
  lines(lines, color, width, opacity) {
    if (lines.length === 0) return;
    const path = lines.map((line) => {
      const [x1, y1, x2, y2] = line.map(round);
      return `M${x1} ${y1}L${x2} ${y2}`;
    });
    this.group.append(svgElement("path", { d: path.join(""), fill: "none", stroke: color, "stroke-width": round(width), "stroke-opacity": round(opacity) }));
  }

  /**
   * @param {string} text
   * @param {number} x
   * @param {number} y
   * @param {PenText} [look]
   */
  text(text, x, y, { size = 12, color = paper.ink, anchor = "start" } = {}) {
    const element = svgElement("text", { x: round(x), y: round(y), "font-size": size, fill: color, "text-anchor": anchor });
    element.textContent = text;
    this.group.append(element);
    return element;
  }

  /**
   * @param {string} text
   * @param {number} x
   * @param {number} y
   * @param {PenText} [look]
   */
  textUp(text, x, y, look) {
    this.text(text, x, y, look).setAttribute("transform", `rotate(-90 ${round(x)} ${round(y)})`);
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {(pen: Pen) => void} draw
   */
  at(x, y, draw) {
    const outer = this.group;
    this.group = svgElement("g", { transform: `translate(${round(x)} ${round(y)})` });
    outer.append(this.group);
    draw(this);
    this.group = outer;
  }
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 */
export function svgElement(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** @param {number} value */
export function round(value) {
  return Math.round(value * 100) / 100;
}

/** @param {HTMLCanvasElement} canvas */
export function contextOf(canvas) {
  return /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
}

/**
 * Draws on a canvas at the resolution of the screen.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {number} width
 * @param {number} height
 * @param {(pen: Pen) => void} draw
 */
export function paint(canvas, width, height, draw) {
  const density = Math.min(window.devicePixelRatio || 1, 15000 / Math.max(width, height));
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
  canvas.style.width = width + "px";
  canvas.style.height = height + "px";
  const context = contextOf(canvas);
  context.scale(density, density);
  context.clearRect(0, 0, width, height);
  draw(new CanvasPen(context));
}
