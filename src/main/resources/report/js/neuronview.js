// How one weight comes about (Vig 2019): the query and each key, number by number, their product, its
// sum over the root of the width, and the softmax of the sums.

const NEURON = { label: 130, number: 4.5, row: 18, top: 96, gap: 18, dot: 66, bar: 120 };

function NeuronView({ pair, name }) {
  const [layer, setLayer] = useState(pair.layers[0]);
  const [head, setHead] = useState(pair.heads[0]);
  const [token, setToken] = useState(Math.min(1, pair.tokens.length - 1));
  const [at, setAt] = useState(null);
  const canvas = useRef(null);
  const numbers = (some) => some.map((one) => [String(one), String(one)]);
  const look = useMemo(() => neuronLook(pair, layer, head, token), [pair, layer, head, token]);
  const { width, height } = neuronSize(look);
  useLayoutEffect(() => paint(canvas.current, width, height, (pen) => drawNeurons(pen, look)));
  const onMove = (event) => setAt(neuronAt(look, event.offsetX, event.offsetY));
  return h("section", { "aria-label": "Neuron view", class: "neuron-view" },
    h("p", { class: "prose" }, "Where a weight comes from. The query of the chosen token stands above; below it, for every token, its key, the product of the two number by number, their sum over the root of the width, and the softmax of these sums: the attention. Orange is positive, violet negative."),
    h("div", { class: "controls" },
      h(Choice, { label: "Layer", value: String(layer), options: numbers(pair.layers), onChoose: (some) => setLayer(Number(some)) }),
      h(Choice, { label: "Head", value: String(head), options: numbers(pair.heads), onChoose: (some) => setHead(Number(some)) }),
      h(Choice, { label: "Token", value: String(token), options: pair.tokens.map((text, i) => [String(i), `${i} ${cut(text, 30)}`]), onChoose: (some) => setToken(Number(some)) })),
    h("p", { class: "readout", role: "status" }, at ? neuronSays(look, at) : strongestSays(look)),
    h("div", { class: "scroll", role: "region", "aria-label": "Query, keys and products", tabindex: 0 },
      h("canvas", { ref: canvas, role: "img", "aria-label": `Layer ${layer} head ${head}, from token ${look.tokens[token]}: ${strongestSays(look)}`, onPointerMove: onMove, onPointerLeave: () => setAt(null) })),
    h(Save, { name: `${name}-neurons-${layer}-${head}-${token}`, svg: () => neuronSvg(look) }));
}

/** All numbers of the view. */
function neuronLook(pair, layer, head, token) {
  const { queries, keys, width } = pair.vectors(layer, head);
  const size = pair.tokens.length;
  const query = queries.subarray(token * width, (token + 1) * width);
  const scores = [];
  const products = new Float32Array(size * width);
  for (let j = 0; j < size; j++) {
    let sum = 0;
    for (let d = 0; d < width; d++) sum += products[j * width + d] = query[d] * keys[j * width + d];
    scores.push(sum / Math.sqrt(width));
  }
  const greatest = Math.max(...scores);
  const total = scores.reduce((sum, score) => sum + Math.exp(score - greatest), 0);
  const reach = (values) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  return { tokens: pair.tokens, wordOf: pair.wordOf, token, query, keys, products, scores, width, softmax: scores.map((score) => Math.exp(score - greatest) / total),
    reach: { query: reach(query), keys: reach(keys), products: reach(products), scores: reach(scores) } };
}

function neuronColumns({ width }) {
  const strip = width * NEURON.number;
  const key = NEURON.label;
  const product = key + strip + NEURON.gap;
  const dot = product + strip + NEURON.gap;
  return { strip, key, product, dot, softmax: dot + NEURON.dot + NEURON.gap };
}

function neuronSize(look) {
  return { width: neuronColumns(look).softmax + NEURON.bar + 44, height: NEURON.top + look.tokens.length * NEURON.row + 8 };
}

function drawNeurons(pen, look) {
  const columns = neuronColumns(look);
  const head = { size: 11, color: paper.faint };
  const strip = (values, from, reach, x, y) => {
    for (let d = 0; d < look.width; d++) signed(pen, values[from + d] / reach, x + d * NEURON.number, y, NEURON.number, NEURON.row - 4);
  };
  pen.text("query q of", columns.key - 8, 30, { ...head, anchor: "end" });
  pen.text(cut(look.tokens[look.token], 16), columns.key - 8, 46, { size: 13, anchor: "end" });
  strip(look.query, 0, look.reach.query, columns.key, 32);
  pen.text("key k", columns.key, NEURON.top - 8, head);
  pen.text("q × k", columns.product, NEURON.top - 8, head);
  pen.text("q·k / √" + look.width, columns.dot + NEURON.dot, NEURON.top - 8, { ...head, anchor: "end" });
  pen.text("softmax", columns.softmax, NEURON.top - 8, head);
  look.tokens.forEach((text, j) => {
    const y = NEURON.top + j * NEURON.row;
    pen.text(cut(text, 16), columns.key - 8, y + 12, { size: 12, anchor: "end", color: look.wordOf[j] < 0 ? paper.faint : paper.ink });
    strip(look.keys, j * look.width, look.reach.keys, columns.key, y);
    strip(look.products, j * look.width, look.reach.products, columns.product, y);
    pen.text(decimals(look.scores[j], 2), columns.dot + NEURON.dot, y + 12, { size: 12, anchor: "end" });
    pen.rect(columns.softmax, y + 1, NEURON.bar * look.softmax[j], NEURON.row - 6, paper.bar);
    pen.text(asExactShare(look.softmax[j]), columns.softmax + NEURON.bar * look.softmax[j] + 5, y + 12, { size: 11 });
  });
}

function signed(pen, value, x, y, width, height) {
  if (Math.abs(value) < 0.01) return;
  pen.rect(x, y, width, height, toCss(onPaper(toRgb(value > 0 ? "#b86b0c" : "#494394"))), Math.min(1, Math.sqrt(Math.abs(value))));
}

/** What stands at a point: the token j and, over a strip, which number d of what. */
function neuronAt(look, x, y) {
  const columns = neuronColumns(look);
  const j = Math.floor((y - NEURON.top) / NEURON.row);
  const within = (start) => (x >= start && x < start + columns.strip ? Math.floor((x - start) / NEURON.number) : null);
  if (y >= 28 && y < 52 && within(columns.key) !== null) return { what: "query", d: within(columns.key) };
  if (j < 0 || j >= look.tokens.length) return null;
  if (within(columns.key) !== null) return { what: "key", j, d: within(columns.key) };
  if (within(columns.product) !== null) return { what: "product", j, d: within(columns.product) };
  return { what: "weight", j };
}

function neuronSays(look, { what, j, d }) {
  const name = (i) => cut(look.tokens[i], 40);
  if (what === "query") return `query of ${name(look.token)}, number ${d}: ${decimals(look.query[d], 3)}`;
  if (what === "key") return `key of ${name(j)}, number ${d}: ${decimals(look.keys[j * look.width + d], 3)}`;
  if (what === "product") return `product with ${name(j)}, number ${d}: ${decimals(look.products[j * look.width + d], 3)}`;
  return `${name(look.token)} to ${name(j)}: q·k / √${look.width} = ${decimals(look.scores[j], 3)}, attention ${asExactShare(look.softmax[j])}`;
}

function strongestSays(look) {
  const j = look.softmax.indexOf(Math.max(...look.softmax));
  return neuronSays(look, { what: "weight", j });
}

function neuronSvg(look) {
  const { width, height } = neuronSize(look);
  const pen = new SvgPen(width, height, strongestSays(look));
  drawNeurons(pen, look);
  return pen.root;
}
