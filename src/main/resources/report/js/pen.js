// One way to draw on a canvas and into an SVG. Lengths in pixels.

const SVG = "http://www.w3.org/2000/svg";

class CanvasPen {
  constructor(context) {
    this.context = context;
  }

  rect(x, y, width, height, color, opacity = 1) {
    this.context.globalAlpha = opacity;
    this.context.fillStyle = color;
    this.context.fillRect(x, y, width, height);
  }

  /** Lines of one look, [x1, y1, x2, y2] each: one by one, for a path of many that cross takes many times longer. */
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

  text(text, x, y, { size = 12, color = paper.ink, anchor = "start" } = {}) {
    const context = this.context;
    context.globalAlpha = 1;
    context.fillStyle = color;
    context.font = `${size}px ${FONT}`;
    context.textAlign = { start: "left", middle: "center", end: "right" }[anchor];
    context.textBaseline = "alphabetic";
    context.fillText(text, x, y);
  }

  /** Draws with the origin moved. */
  at(x, y, draw) {
    this.context.save();
    this.context.translate(x, y);
    draw(this);
    this.context.restore();
  }
}

class SvgPen {
  constructor(width, height, label) {
    this.root = svgElement("svg", {
      xmlns: SVG, viewBox: `0 0 ${width} ${height}`, width, height,
      "font-family": FONT, role: "img", "aria-label": label,
    });
    this.group = this.root;
  }

  rect(x, y, width, height, color, opacity = 1) {
    this.group.append(svgElement("rect", { x: round(x), y: round(y), width: round(width), height: round(height), fill: color, "fill-opacity": round(opacity) }));
  }

  lines(lines, color, width, opacity) {
    if (lines.length === 0) return;
    const path = lines.map((line) => {
      const [x1, y1, x2, y2] = line.map(round);
      return `M${x1} ${y1}L${x2} ${y2}`;
    });
    this.group.append(svgElement("path", { d: path.join(""), fill: "none", stroke: color, "stroke-width": round(width), "stroke-opacity": round(opacity) }));
  }

  text(text, x, y, { size = 12, color = paper.ink, anchor = "start" } = {}) {
    const element = svgElement("text", { x: round(x), y: round(y), "font-size": size, fill: color, "text-anchor": anchor });
    element.textContent = text;
    this.group.append(element);
  }

  at(x, y, draw) {
    const outer = this.group;
    this.group = svgElement("g", { transform: `translate(${round(x)} ${round(y)})` });
    outer.append(this.group);
    draw(this);
    this.group = outer;
  }
}

function svgElement(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function round(value) {
  return Math.round(value * 100) / 100;
}

/** Draws on a canvas as sharp as the screen. */
function paint(canvas, width, height, draw) {
  const density = Math.min(window.devicePixelRatio || 1, 15000 / Math.max(width, height));
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
  canvas.style.width = width + "px";
  canvas.style.height = height + "px";
  const context = canvas.getContext("2d");
  context.scale(density, density);
  context.clearRect(0, 0, width, height);
  draw(new CanvasPen(context));
}
