// The views of one pair, all layers and heads of it.

const PAIR_VIEWS = [["heads", "Head view"], ["model", "Model view"], ["neurons", "Neuron view"]];

function PairApp({ data }) {
  const [theme, setTheme] = useTheme();
  const [place, go] = usePlace({ view: "heads", pinned: null });
  const [chosen, setChosen] = useState({ layer: 0, head: null });
  const pair = useMemo(() => livePair(data), [data]);
  const enlarge = (layer, head) => {
    setChosen({ layer, head });
    go({ view: "heads" });
  };
  return h(Fragment, null,
    h(Masthead, { data, theme, setTheme }),
    h(Tabs, { views: PAIR_VIEWS, current: place.view, onGo: (view) => go({ view }) }),
    h("main", null,
      place.view === "heads" && h("section", { "aria-label": "Head view" },
        h("p", { class: "prose" }, "Lines lead from the token that is updated, on the left, to the token that it attends to. Colours are heads; strength is the weight itself, whatever else is shown."),
        h(PairHeadView, { pair, name: "head-view", chosen, onLayer: (layer) => setChosen({ ...chosen, layer }) })),
      place.view === "model" && h(ModelView, { pair, name: "model-view", onOpen: enlarge }),
      place.view === "neurons" && h(NeuronView, { pair, name: "pair" })));
}

/** A pair whose maps are computed from the queries and keys in the page when they are looked at. */
function livePair(data) {
  const { tokens, segments, vectors, headSize } = data;
  const { layers, heads } = data.shape;
  const maps = new Map();
  const count = (n) => Array.from({ length: n }, (_, i) => i);
  const vectorsOf = (layer, head) => ({
    queries: unpack(vectors[layer].queries, tokens.length, heads, head, headSize),
    keys: unpack(vectors[layer].keys, tokens.length, heads, head, headSize),
    width: headSize,
  });
  const weights = (layer, head) => {
    const key = layer * heads + head;
    if (!maps.has(key)) {
      const { queries, keys } = vectorsOf(layer, head);
      maps.set(key, attend(queries, keys, tokens.length, headSize));
    }
    return maps.get(key);
  };
  return { tokens, segments, layers: count(layers), heads: count(heads), weights, vectors: vectorsOf };
}

/** One head's vectors, [token][number], out of 16-bit integers of all heads and their unit. */
function unpack({ unit, values }, size, heads, head, width) {
  const view = new DataView(fromBase64(values).buffer);
  const vectors = new Float32Array(size * width);
  for (let token = 0; token < size; token++) {
    for (let d = 0; d < width; d++) {
      vectors[token * width + d] = unit * view.getInt16(2 * ((token * heads + head) * width + d), true);
    }
  }
  return vectors;
}
