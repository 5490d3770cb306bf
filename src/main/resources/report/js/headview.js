// The head view of BertViz (Vig 2019) and Tensor2Tensor: tokens left and right, and a line from each
// position that is updated to each that it attends to, as strong as the weight.

const NEGLIGIBLE = 0.01;
const NEGLIGIBLE_ALONE = 0.004;
const STRENGTHS = 100;
const MOST_LINES = 10_000;
const THOUSAND = 1000;
const COLUMN = 150;
const MIDDLE = 260;
const LONGEST_LABEL = 22;

const ROWS = { few: 20, some: 16, many: 14 };

function rowHeight(count) {
  return count > 200 ? ROWS.many : count > 60 ? ROWS.some : ROWS.few;
}

/** The view of a pair with its controls. pair: tokens, segments, wordOf, words, layers, heads, weights(layer, head). */
function PairHeadView({ pair, name, chosen, onLayer }) {
  const [ownLayer, setOwnLayer] = useState(pair.layers[0]);
  const layer = onLayer ? chosen.layer : ownLayer;
  const [shown, setShown] = useState(chosen && chosen.head !== null ? [chosen.head] : pair.heads);
  const [options, setOptions] = useState({ filter: "all", renormalise: false, hideDelimiters: false, byWord: false, by: "opacity" });
  const [selected, setSelected] = useState([]);
  const set = (change) => { setOptions({ ...options, ...change }); setSelected([]); };
  useEffect(() => { if (chosen && chosen.head !== null) setShown([chosen.head]); }, [chosen && chosen.head, chosen && chosen.layer]);
  const hasB = pair.segments.includes(1);
  const view = useMemo(() => {
    const { left, right } = sides(pair, options);
    const size = pair.tokens.length;
    const maps = shown.map((head) => ({ head, weights: project(pair.weights(layer, head), size, left, right, options.renormalise) }));
    return { left, right, maps, least: leastDrawn(maps) };
  }, [pair, layer, shown, options]);
  return h("div", { class: "head-view" },
    h("div", { class: "controls" },
      pair.layers.length > 1 && h(Choice, { label: "Layer", value: String(layer), options: pair.layers.map((some) => [String(some), String(some)]), onChoose: (some) => (onLayer || setOwnLayer)(Number(some)) }),
      h(Choice, { label: "Sentences", value: options.filter, disabled: !hasB, options: FILTERS, onChoose: (filter) => set({ filter }) }),
      h(Check, { label: "renormalise", checked: options.renormalise, onChange: (renormalise) => set({ renormalise }) }),
      h(Check, { label: "hide delimiters", checked: options.hideDelimiters, onChange: (hideDelimiters) => set({ hideDelimiters }) }),
      h(Choice, { label: "By", value: options.byWord ? "words" : "tokens", options: [["tokens", "tokens"], ["words", "words"]], onChoose: (by) => set({ byWord: by === "words" }) }),
      h(Choice, { label: "Weight is", value: options.by, options: [["opacity", "opacity"], ["thickness", "thickness"]], onChoose: (by) => setOptions({ ...options, by }) })),
    pair.heads.length > 1 && h(HeadSquares, { heads: pair.heads, shown, onShow: setShown }),
    h(HeadLines, { view, by: options.by, name, selected, onSelect: setSelected }));
}

/**
 * A square a head: click shows or hides it, a double click (or Shift and Enter) shows it alone, or all
 * again. A double click comes after a click: what it sees is what was shown before that.
 */
function HeadSquares({ heads, shown, onShow }) {
  const before = useRef(shown);
  const toggle = (head) => {
    before.current = shown;
    onShow(shown.includes(head) ? shown.filter((some) => some !== head) : heads.filter((some) => some === head || shown.includes(some)));
  };
  const isolate = (head, from) => onShow(from.length === 1 && from[0] === head ? heads : [head]);
  return h("div", { class: "squares", role: "group", "aria-label": "Heads" },
    heads.map((head) => {
      const on = shown.includes(head);
      const rgb = headColor(head);
      return h("button", {
        key: head, type: "button", "aria-pressed": on, "aria-label": `head ${head}`, title: "click: show or hide; double click: only this one",
        style: on ? { background: toCss(rgb), color: inkOn(rgb) } : {},
        onClick: (event) => { if (event.detail < 2) toggle(head); }, onDblClick: () => isolate(head, before.current),
        onKeyDown: (event) => { if (event.key === "Enter" && event.shiftKey) { event.preventDefault(); isolate(head, shown); } },
      }, head);
    }),
    h(Action, { label: "all", onClick: () => onShow(heads) }),
    h(Action, { label: "none", onClick: () => onShow([]) }));
}

/** The columns of tokens and the lines between them. */
function HeadLines({ view, by, name, selected, onSelect }) {
  const canvas = useRef(null);
  const [hover, setHover] = useState(null);
  const { left, right, maps } = view;
  const row = rowHeight(Math.max(left.length, right.length));
  const height = Math.max(left.length, right.length, 1) * row;
  const focus = hover ? [hover] : selected;
  useLayoutEffect(() => paint(canvas.current, MIDDLE, height, (pen) => drawLines(pen, view, focus, by, row, MIDDLE)));
  const toggle = (side, i) => onSelect(isIn(selected, side, i) ? selected.filter((some) => !(some.side === side && some.i === i)) : [...selected, { side, i }]);
  const column = (side, items) => h(TokenColumn, { side, items, row, glow: glowOf(view, focus, side), selected, focus,
    onHover: (i) => setHover(i === null ? null : { side, i }), onToggle: (i) => toggle(side, i), onClear: () => onSelect([]) });
  return h("div", { class: "lines-view" },
    h("div", { class: "columns-head", "aria-hidden": true }, h("span", null, "from"), h("span", null, "to")),
    h("div", { class: "columns" }, column("left", left), h("canvas", { ref: canvas, role: "img", "aria-label": "Lines of attention from the tokens on the left to those on the right" }), column("right", right)),
    h(Readout, { view, focus }),
    h("div", { class: "controls" },
      h(Action, { label: "clear selection", disabled: selected.length === 0, onClick: () => onSelect([]) }),
      h(Save, { name, svg: () => headViewSvg(view, selected, by) })));
}

const isIn = (selection, side, i) => selection.some((some) => some.side === side && some.i === i);

/** Whether a line is shown: all are, if nothing is in focus. */
function isShown(focus, i, j) {
  if (focus.length === 0) return true;
  const lefts = focus.some(({ side }) => side === "left");
  const rights = focus.some(({ side }) => side === "right");
  return (!lefts || isIn(focus, "left", i)) && (!rights || isIn(focus, "right", j));
}

/** The weight from which on lines are drawn where no token is in focus: of a long pair, only the strongest are. */
function leastDrawn(maps) {
  const counts = new Uint32Array(THOUSAND + 1);
  for (const { weights } of maps) {
    for (const weight of weights) counts[Math.min(THOUSAND, Math.floor(weight * THOUSAND))]++;
  }
  let least = THOUSAND;
  for (let lines = counts[least]; least > NEGLIGIBLE * THOUSAND && lines + counts[least - 1] <= MOST_LINES; lines += counts[least]) least--;
  return least / THOUSAND;
}

/** The weak lines first, those of a long pair thin: browsers draw lines of one pixel several times faster. */
function drawLines(pen, { left, right, maps, least: leastOfAll }, focus, by, row, width) {
  const least = focus.length ? NEGLIGIBLE_ALONE : leastOfAll;
  const thickness = row < ROWS.few ? 1 : 2;
  for (const { head, weights } of maps) {
    const strengths = Array.from({ length: STRENGTHS + 1 }, () => []);
    for (let i = 0; i < left.length; i++) {
      for (let j = 0; j < right.length; j++) {
        const weight = weights[i * right.length + j];
        if (weight >= least && (focus.length === 0 || isShown(focus, i, j))) {
          strengths[Math.max(1, Math.round(Math.min(1, weight) * STRENGTHS))].push([0, (i + 0.5) * row, width, (j + 0.5) * row]);
        }
      }
    }
    const color = toCss(headColor(head));
    strengths.forEach((lines, k) => {
      if (lines.length === 0) return;
      const strength = k / STRENGTHS;
      pen.lines(lines, color, by === "opacity" ? thickness : 0.4 + 5 * strength, by === "opacity" ? strength : 0.75);
    });
  }
}

/** For each item of a side, how much each head gives it, or takes from it, for what is in focus on the other. */
function glowOf({ left, right, maps }, focus, side) {
  const from = focus.filter((some) => some.side !== side);
  if (from.length === 0) return null;
  const items = side === "right" ? right : left;
  return items.map((_, k) => maps.map(({ head, weights }) => ({
    head,
    weight: Math.max(...from.map(({ i }) => (side === "right" ? weights[i * right.length + k] : weights[k * right.length + i]))),
  })));
}

function TokenColumn({ side, items, row, glow, selected, focus, onHover, onToggle, onClear }) {
  const [walk, setWalk] = useState(0);
  const list = useRef(null);
  const onKey = (event, i) => {
    const step = stepOf(event.key);
    if (step && step[0]) {
      const next = Math.max(0, Math.min(items.length - 1, i + step[0]));
      setWalk(next);
      list.current.children[next].focus();
    } else if (event.key === "Enter" || event.key === " ") {
      onToggle(i);
    } else if (event.key === "Escape") {
      onClear();
    } else {
      return;
    }
    event.preventDefault();
  };
  return h("ul", { ref: list, class: "tokens " + side, role: "listbox", "aria-multiselectable": true, "aria-label": side === "left" ? "From" : "To", style: { width: COLUMN + "px" }, onPointerLeave: () => onHover(null) },
    items.map((item, i) => h("li", {
      key: i, role: "option", tabindex: i === Math.min(walk, items.length - 1) ? 0 : -1, "aria-selected": isIn(selected, side, i), "data-index": i,
      class: (item.delimiter ? "delimiter" : "") + (isIn(focus, side, i) ? " focus" : "") + (i > 0 && items[i - 1].segment !== item.segment ? " second" : ""),
      style: { height: row + "px", lineHeight: row + "px", fontSize: Math.min(13, row - 3) + "px", background: glow ? stripes(glow[i]) : "" },
      title: cut(item.text, 200), onPointerEnter: () => onHover(i), onFocus: () => setWalk(i), onClick: () => onToggle(i), onKeyDown: (event) => onKey(event, i),
    }, h("bdi", null, cut(item.text, LONGEST_LABEL)))));
}

/** A background that shows each head's weight as a stripe of its colour. */
function stripes(weights) {
  const stops = weights.map(({ head, weight }, k) => {
    const color = `rgba(${headColor(head).join(",")},${round(Math.min(1, weight))})`;
    return `${color} ${round((100 * k) / weights.length)}% ${round((100 * (k + 1)) / weights.length)}%`;
  });
  return stops.length === 0 ? "" : `linear-gradient(90deg, ${stops.join(", ")})`;
}

/** The exact weights of the one token in focus. */
function Readout({ view, focus }) {
  if (focus.length !== 1) {
    return h("p", { class: "readout faint" }, focus.length ? `${focus.length} tokens selected` : "Point at a token to read its weights; click to select one or more." + (view.least > NEGLIGIBLE ? ` The strongest lines are drawn, from ${asExactShare(view.least)} on.` : ""));
  }
  const [{ side, i }] = focus;
  const { left, right, maps } = view;
  const others = side === "left" ? right : left;
  const item = (side === "left" ? left : right)[i];
  if (!item) return null;
  const weights = maps.flatMap(({ head, weights: map }) => others.map((other, k) => ({ head, text: other.text, weight: side === "left" ? map[i * right.length + k] : map[k * right.length + i] })));
  weights.sort((one, other) => other.weight - one.weight);
  return h("p", { class: "readout" }, side === "left" ? "from " : "to ", h("b", null, h("bdi", null, cut(item.text, 40))), side === "left" ? " to " : " from ",
    weights.slice(0, 6).map(({ head, text, weight }, k) => h(Fragment, { key: k }, k ? ", " : "", h("bdi", null, cut(text, 40)), ` ${asExactShare(weight)}`, maps.length > 1 && h("span", { class: "faint" }, ` (head ${head})`))));
}

/** The whole view as an SVG, for saving. */
function headViewSvg(view, focus, by) {
  const { left, right } = view;
  const row = rowHeight(Math.max(left.length, right.length));
  const pen = new SvgPen(2 * COLUMN + MIDDLE, Math.max(left.length, right.length) * row + 24, "Attention from the tokens on the left to those on the right");
  pen.text("from", COLUMN - 6, 12, { size: 11, color: paper.faint, anchor: "end" });
  pen.text("to", COLUMN + MIDDLE + 6, 12, { size: 11, color: paper.faint });
  pen.at(COLUMN, 20, () => drawLines(pen, view, focus, by, row, MIDDLE));
  const label = (items, x, anchor) => items.forEach((item, i) =>
    pen.text(cut(item.text, LONGEST_LABEL), x, 20 + (i + 0.5) * row + 4, { size: Math.min(13, row - 3), anchor, color: item.delimiter ? paper.faint : paper.ink }));
  label(left, COLUMN - 6, "end");
  label(right, COLUMN + MIDDLE + 6, "start");
  return pen.root;
}
