package io.sextant.attention.nd4j;

import io.sextant.bert.BertConfig;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Builds one encoder layer as a SameDiff graph for a single pair of n positions (Vaswani et al.
 * 2017, sections 3.2 and 3.3; Devlin et al. 2019, appendix A). Hidden states and weights are
 * placeholders, so one graph serves every layer, and all tasks share the weights.
 */
final class EncoderGraph {
  /** The layer's input, [n, hidden]. */
  static final String INPUT = "input";

  /** The attention weights of all heads, [heads, n, n]. */
  static final String ATTENTION = "attention";

  /** The norm of each token's transformed value in each head, [heads, n]. */
  static final String NORMS = "norms";

  /** The layer's output, [n, hidden]. */
  static final String OUTPUT = "output";

  private final SameDiff graph = SameDiff.create();
  private final BertConfig config;

  private EncoderGraph(BertConfig config) {
    this.config = config;
  }

  static SameDiff of(BertConfig config) {
    return new EncoderGraph(config).build();
  }

  private SameDiff build() {
    int hidden = config.hidden();
    SDVariable input = graph.placeHolder(INPUT, DataType.FLOAT, -1, hidden);
    SDVariable query = heads(dense(input, LayerArrays.QUERY, hidden, hidden));
    SDVariable key = heads(dense(input, LayerArrays.KEY, hidden, hidden));
    SDVariable scores =
        graph.mmul(query, key, false, true, false).mul(1 / Math.sqrt(config.headSize()));
    SDVariable attention = graph.nn().softmax(ATTENTION, scores, 2);

    SDVariable value = heads(dense(input, LayerArrays.VALUE, hidden, hidden));
    SDVariable context = graph.mmul(attention, value).permute(1, 0, 2).reshape(-1, hidden);
    SDVariable attended = dense(context, LayerArrays.ATTENTION_OUTPUT, hidden, hidden).add(input);
    norms(value);
    SDVariable middle = norm(attended, LayerArrays.ATTENTION_NORM);

    SDVariable wide =
        activate(dense(middle, LayerArrays.INTERMEDIATE, hidden, config.intermediate()));
    SDVariable narrow = dense(wide, LayerArrays.OUTPUT, config.intermediate(), hidden).add(middle);
    norm(narrow, LayerArrays.OUTPUT_NORM).rename(OUTPUT);
    return graph;
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
