// Heads laid out by the distance between their attention maps, coloured by label.

const PLANE = { width: 720, height: 520, margin: 28 };

function Scatter({ data, pinned, onPin }) {
  const [at, setAt] = useState(null);
  const { map_x: xs, map_y: ys } = data.profiles.all || {};
  if (!xs || !ys) {
    return h("p", { class: "missing" }, "This run has no distances between heads. Profile with a Sextant that writes head_distances to see heads that attend alike near each other.");
  }
  const all = Array.from({ length: headCount(data) }, (_, i) => i).filter((i) => typeof xs[i] === "number" && typeof ys[i] === "number");
  const place = planePlaces(all, xs, ys);
  const near = pinned === null ? [] : neighbours(data, pinned, 5).map(({ index }) => index);
  return h("div", { class: "detail" },
    h("div", { class: "map" },
      h("p", { class: "prose" }, "Heads that attend alike stand near each other: Jensen-Shannon distance of their maps, laid out in two dimensions, which keeps it only in part. Lines lead from the pinned head to its five nearest."),
      h(Chart, { name: "heads-by-distance", width: PLANE.width, height: PLANE.height, label: "Heads by distance, coloured by primary label", onPointerLeave: () => setAt(null) },
        near.map((i) => h("path", { key: "n" + i, class: "near", d: `M${place(pinned)}L${place(i)}`, stroke: paper.faint, "stroke-width": 1 })),
        all.map((i) => h(Dot, { key: i, data, index: i, at: place(i), pinned: i === pinned, onPin, onEnter: () => setAt(i), onLeave: () => setAt(null) }))),
      at !== null && h(Tip, {
        title: headName(data, at), says: [["primary label", labelOf(data, at) ? patternTitle(data, labelOf(data, at)) : "none"]],
        left: place(at)[0] / PLANE.width, top: place(at)[1] / (PLANE.height + 60) + 0.08,
      })),
    h(LabelKey, { data, onPin }));
}

/** Both axes to one scale: distances must look as they are. */
function planePlaces(all, xs, ys) {
  const range = (values) => [Math.min(...all.map((i) => values[i])), Math.max(...all.map((i) => values[i]))];
  const [[left, right], [low, high]] = [range(xs), range(ys)];
  const scale = Math.min((PLANE.width - 2 * PLANE.margin) / (right - left || 1), (PLANE.height - 2 * PLANE.margin) / (high - low || 1));
  return (i) => [
    round(PLANE.width / 2 + (xs[i] - (left + right) / 2) * scale),
    round(PLANE.height / 2 - (ys[i] - (low + high) / 2) * scale),
  ];
}

function Dot({ data, index, at: [x, y], pinned, onPin, onEnter, onLeave }) {
  const label = labelOf(data, index);
  const rgb = labelColor(data, index);
  return h("g", {
    class: "dot", "data-head": index, tabindex: 0, role: "button", onClick: () => onPin(index), onPointerEnter: onEnter, onFocus: onEnter, onBlur: onLeave,
    "aria-label": `${headName(data, index)}: ${label ? patternTitle(data, label) : "no label"}`, "aria-pressed": pinned,
    onKeyDown: (event) => { if (event.key === "Enter") onPin(index); },
  },
    h("circle", { cx: x, cy: y, r: label ? 9 : 6, fill: toCss(rgb), stroke: pinned ? (paper.dark ? "#ffb000" : "#d04400") : paper.rule, "stroke-width": pinned ? 3 : 1 }),
    label && h("text", { x, y: y + 4, "text-anchor": "middle", "font-size": 11, "font-weight": 700, fill: inkOn(rgb) }, signOf(label).letter));
}

/** The heads nearest to one, by the run's distances; none if the run has no distances. */
function neighbours(data, index, count) {
  if (!data.distances) return [];
  return data.distances[index]
    .map((distance, other) => ({ index: other, distance }))
    .filter(({ index: other, distance }) => other !== index && distance !== null)
    .sort((one, other) => one.distance - other.distance)
    .slice(0, count);
}
