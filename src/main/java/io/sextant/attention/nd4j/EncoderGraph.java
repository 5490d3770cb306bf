package io.sextant.attention.nd4j;

import io.sextant.bert.BertConfig;
import io.sextant.bert.NormPlacement;
import org.nd4j.autodiff.samediff.SDIndex;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Builds one encoder layer as a SameDiff graph for a single pair of n positions (Vaswani et al.
 * 2017, sections 3.2 and 3.3; Devlin et al. 2019, appendix A). Hidden states and weights are
 * placeholders, so one graph serves every layer of a kind, and all tasks share the weights.
 */
final class EncoderGraph {
  /** The layer's input, [n, hidden]. */
  static final String INPUT = "input";

  /** What is added to the scaled scores, [heads, n, n] or [1, n, n]. */
  static final String OFFSETS = "offsets";

  /** The cosines of the angles by which queries and keys are rotated, [n, headSize / 2]. */
  static final String COSINES = "cosines";

  /** The sines of these angles, likewise. */
  static final String SINES = "sines";

  /** The position keys of the buckets that the pair needs, [buckets, hidden]. */
  static final String POSITION_KEYS = "position_keys";

  /** The position queries, likewise. */
  static final String POSITION_QUERIES = "position_queries";

  /** Which product of a query with a position key each score takes, [heads * n * n]. */
  static final String TO_POSITION = "to_position";

  /** Which product of a key with a position query each score takes, [heads * n * n]. */
  static final String TO_CONTENT = "to_content";

  /** The attention weights of all heads, [heads, n, n]. */
  static final String ATTENTION = "attention";

  /** The norm of each token's transformed value in each head, [heads, n]. */
  static final String NORMS = "norms";

  /** The values of all heads side by side, [n, hidden]. */
  static final String VALUES = "values";

  /** The weighted sums of the values, likewise. */
  static final String CONTEXTS = "contexts";

  /** The layer's output, [n, hidden]. */
  static final String OUTPUT = "output";

  private final SameDiff graph = SameDiff.create();
  private final BertConfig config;
  private final LayerKind kind;

  private EncoderGraph(BertConfig config, LayerKind kind) {
    this.config = config;
    this.kind = kind;
  }

  /** Returns the graph of a whole layer. */
  static SameDiff of(BertConfig config, LayerKind kind) {
    return new EncoderGraph(config, kind).build();
  }

  /**
   * Returns the graph of what follows the attention. Its contexts are a placeholder; layers of all
   * kinds have the same one.
   */
  static SameDiff afterAttention(BertConfig config) {
    EncoderGraph encoder = new EncoderGraph(config, null);
    SDVariable input = encoder.rows(INPUT);
    return encoder.complete(input, encoder.rows(CONTEXTS));
  }

  private SameDiff build() {
    int hidden = config.hidden();
    SDVariable input = rows(INPUT);
    SDVariable x = before(input, kind.norms() ? LayerArrays.ATTENTION_NORM : null);
    SDVariable query = rotate(heads(dense(x, LayerArrays.QUERY, hidden, hidden)));
    SDVariable key = rotate(heads(dense(x, LayerArrays.KEY, hidden, hidden)));
    SDVariable products = graph.mmul(query, key, false, true, false);
    SDVariable scores = position(products, query, key).mul(config.scoreScale());
    SDVariable attention = graph.nn().softmax(ATTENTION, offset(scores), 2);

    SDVariable values = dense(x, LayerArrays.VALUE, hidden, hidden).rename(VALUES);
    SDVariable value = heads(values);
    SDVariable contexts = graph.mmul(attention, value).permute(1, 0, 2).reshape(-1, hidden);
    complete(input, contexts.rename(CONTEXTS));
    norms(value);
    return graph;
  }

  /** Adds the output projection and the feed-forward network. */
  private SameDiff complete(SDVariable input, SDVariable contexts) {
    int hidden = config.hidden();
    SDVariable attended = dense(contexts, LayerArrays.ATTENTION_OUTPUT, hidden, hidden).add(input);
    SDVariable middle = after(attended, LayerArrays.ATTENTION_NORM);
    SDVariable wide = wide(before(middle, LayerArrays.FEED_FORWARD_NORM));
    SDVariable narrow = dense(wide, LayerArrays.OUTPUT, config.intermediate(), hidden).add(middle);
    after(narrow, LayerArrays.FEED_FORWARD_NORM).rename(OUTPUT);
    return graph;
  }

  private SDVariable rows(String name) {
    return graph.placeHolder(name, DataType.FLOAT, -1, config.hidden());
  }

  /** Returns the layer norm of x if norms are before; {@code name} is null for no norm. */
  private SDVariable before(SDVariable x, String name) {
    boolean norms = config.design().norms() == NormPlacement.BEFORE && name != null;
    return norms ? norm(x, name) : x;
  }

  /** Returns the layer norm of x if norms are after. */
  private SDVariable after(SDVariable x, String name) {
    return config.design().norms() == NormPlacement.AFTER ? norm(x, name) : x;
  }

  /** Returns the inner activations of the feed-forward network. */
  private SDVariable wide(SDVariable x) {
    int hidden = config.hidden();
    int wide = config.intermediate();
    if (!config.design().gated()) {
      return activate(dense(x, LayerArrays.INTERMEDIATE, hidden, wide));
    }
    SDVariable gate = activate(dense(x, LayerArrays.GATE, hidden, wide));
    return gate.mul(dense(x, LayerArrays.INTERMEDIATE, hidden, wide));
  }

  /** Adds the terms of relative positions, if the layer has any, to the products. */
  private SDVariable position(SDVariable products, SDVariable query, SDVariable key) {
    SDVariable sum = products;
    if (kind.toPosition()) {
      sum = sum.add(term(products, query, POSITION_KEYS, TO_POSITION));
    }
    if (kind.toContent()) {
      sum = sum.add(term(products, key, POSITION_QUERIES, TO_CONTENT));
    }
    return sum;
  }

  /** Returns the products of tokens with the vectors of their distances, [heads, n, n]. */
  private SDVariable term(SDVariable products, SDVariable tokens, String vectors, String index) {
    SDVariable rows = graph.placeHolder(vectors, DataType.FLOAT, -1, config.hidden());
    // ND4J's gather writes beyond its result if the index has several dimensions.
    SDVariable taken = graph.placeHolder(index, DataType.INT, -1);
    SDVariable all = graph.mmul(tokens, heads(rows), false, true, false);
    return graph.reshape(graph.gather(all.reshape(-1), taken, 0), graph.shape(products));
  }

  /** Adds the layer's offsets, if it has any, to the scaled scores. */
  private SDVariable offset(SDVariable scores) {
    return kind.adds()
        ? scores.add(graph.placeHolder(OFFSETS, DataType.FLOAT, -1, -1, -1))
        : scores;
  }

  /** Rotates [heads, n, headSize], if the layer rotates. */
  private SDVariable rotate(SDVariable vectors) {
    if (!kind.rotates()) {
      return vectors;
    }
    int half = config.headSize() / 2;
    SDVariable cosines = angles(COSINES, half);
    SDVariable sines = angles(SINES, half);
    SDVariable x = vectors.get(SDIndex.all(), SDIndex.all(), SDIndex.interval(0, half));
    SDVariable y = vectors.get(SDIndex.all(), SDIndex.all(), SDIndex.interval(half, 2 * half));
    return graph.concat(2, x.mul(cosines).sub(y.mul(sines)), y.mul(cosines).add(x.mul(sines)));
  }

  private SDVariable angles(String name, int half) {
    SDVariable known = graph.getVariable(name);
    return known == null ? graph.placeHolder(name, DataType.FLOAT, -1, half) : known;
  }

  /** Adds ||v W_O||, where each head has its own rows of W_O. */
  private void norms(SDVariable value) {
    SDVariable kernel =
        graph
            .getVariable(LayerArrays.kernel(LayerArrays.ATTENTION_OUTPUT))
            .reshape(config.heads(), config.headSize(), config.hidden());
    graph.mmul(value, kernel).norm2(NORMS, false, 2);
  }

  private SDVariable dense(SDVariable x, String name, int in, int out) {
    SDVariable kernel = graph.placeHolder(LayerArrays.kernel(name), DataType.FLOAT, in, out);
    SDVariable bias = graph.placeHolder(LayerArrays.bias(name), DataType.FLOAT, out);
    return graph.mmul(x, kernel).add(bias);
  }

  /** Reshapes [n, hidden] to [heads, n, headSize]. */
  private SDVariable heads(SDVariable x) {
    return x.reshape(-1, config.heads(), config.headSize()).permute(1, 0, 2);
  }

  private SDVariable activate(SDVariable x) {
    return switch (config.activation()) {
      case GELU -> gelu(x);
      case GELU_TANH -> geluTanh(x);
      case RELU -> graph.nn().relu(x, 0);
      case SILU -> x.mul(graph.nn().sigmoid(x));
    };
  }

  /** Returns GELU's approximation x/2 (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3))). */
  private SDVariable geluTanh(SDVariable x) {
    SDVariable cube = graph.math().square(x).mul(x).mul(0.044715);
    SDVariable inner = x.add(cube).mul(Math.sqrt(2 / Math.PI));
    return x.mul(graph.math().tanh(inner).add(1)).mul(0.5);
  }

  /**
   * Returns x Phi(x) with the exact normal distribution function Phi. ND4J's own functions are
   * approximations.
   */
  private SDVariable gelu(SDVariable x) {
    return x.mul(graph.math().erf(x.mul(Math.sqrt(0.5))).add(1)).mul(0.5);
  }

  /** Returns a layer norm built of primitives, because ND4J's own has a fixed epsilon. */
  private SDVariable norm(SDVariable x, String name) {
    SDVariable gamma = graph.placeHolder(LayerArrays.gamma(name), DataType.FLOAT, config.hidden());
    SDVariable beta = graph.placeHolder(LayerArrays.beta(name), DataType.FLOAT, config.hidden());
    SDVariable centred = x.sub(x.mean(true, 1));
    SDVariable variance = graph.math().square(centred).mean(true, 1);
    SDVariable deviation = graph.math().sqrt(variance.add(config.layerNormEpsilon()));
    return centred.div(deviation).mul(gamma).add(beta);
  }
}
