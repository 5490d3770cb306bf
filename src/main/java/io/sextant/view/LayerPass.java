package io.sextant.view;

import io.sextant.attention.Rotation;
import io.sextant.attention.ScoreOffsets;
import io.sextant.bert.Activation;
import io.sextant.bert.BertConfig;
import io.sextant.bert.EncoderLayer;
import io.sextant.bert.FeedForward;
import io.sextant.bert.LayerNorm;
import io.sextant.bert.NormPlacement;
import java.util.stream.IntStream;

/**
 * One encoder layer for a pair of n tokens, in float64. Hidden states are [n, hidden], row-major.
 */
final class LayerPass {
  private final BertConfig config;
  private final EncoderLayer layer;
  private final int hidden;
  private final int n;

  LayerPass(BertConfig config, EncoderLayer layer, int n) {
    this.config = config;
    this.layer = layer;
    this.hidden = config.hidden();
    this.n = n;
  }

  /**
   * Returns the queries and keys, rotated by the layer's rotation if it has one.
   *
   * @param offsets what the layer adds to the scaled scores; null for nothing
   * @param table the embeddings of relative positions; null if the design has none
   */
  PairVectors.Layer look(double[] states, Rotation rotation, ScoreOffsets offsets, float[] table) {
    double[] x = before(states, layer.attentionNorm());
    double[] queries = Linear.of(layer.query()).apply(x, n);
    double[] keys = Linear.of(layer.key()).apply(x, n);
    if (rotation != null) {
      for (int token = 0; token < n; token++) {
        rotation.rotate(queries, token * hidden, config.heads(), token);
        rotation.rotate(keys, token * hidden, config.heads(), token);
      }
    }
    divide(queries, Math.sqrt(config.design().position().terms()));
    PositionPart positions = PositionTerms.of(config, layer, table, queries, keys, n);
    return new PairVectors.Layer(queries, keys, rotation != null, offsets, positions);
  }

  /** Returns the layer's output. */
  double[] forward(double[] states, PairVectors.Layer looks) {
    double[] values = Linear.of(layer.value()).apply(before(states, layer.attentionNorm()), n);
    double[] middle = Linear.of(layer.attentionOutput()).apply(context(values, looks), n);
    add(middle, states);
    middle = after(middle, layer.attentionNorm());
    double[] out = feedForward(before(middle, layer.feedForwardNorm()));
    add(out, middle);
    return after(out, layer.feedForwardNorm());
  }

  private double[] before(double[] x, LayerNorm norm) {
    boolean norms = norm != null && config.design().norms() == NormPlacement.BEFORE;
    return norms ? normalise(x, norm) : x;
  }

  private double[] after(double[] x, LayerNorm norm) {
    return config.design().norms() == NormPlacement.AFTER ? normalise(x, norm) : x;
  }

  private double[] feedForward(double[] x) {
    FeedForward network = layer.feedForward();
    double[] wide = Linear.of(network.activated()).apply(x, n);
    Activation activation = config.activation();
    IntStream.range(0, wide.length).parallel().forEach(i -> wide[i] = activation.of(wide[i]));
    if (network.gate() != null) {
      double[] gated = Linear.of(network.intermediate()).apply(x, n);
      IntStream.range(0, wide.length).forEach(i -> wide[i] *= gated[i]);
    }
    return Linear.of(network.output()).apply(wide, n);
  }

  /** Returns the sums of every head's values, weighted by its attention. */
  private double[] context(double[] values, PairVectors.Layer looks) {
    int heads = config.heads();
    int width = config.headSize();
    double[] context = new double[n * hidden];
    IntStream.range(0, heads)
        .parallel()
        .forEach(
            head -> {
              double[] map = looks.attention(n, heads, head);
              for (int query = 0; query < n; query++) {
                for (int key = 0; key < n; key++) {
                  double weight = map[query * n + key];
                  for (int d = head * width; d < (head + 1) * width; d++) {
                    context[query * hidden + d] += weight * values[key * hidden + d];
                  }
                }
              }
            });
    return context;
  }

  private static void divide(double[] values, double divisor) {
    for (int i = 0; i < values.length; i++) {
      values[i] /= divisor;
    }
  }

  private static void add(double[] to, double[] more) {
    for (int i = 0; i < to.length; i++) {
      to[i] += more[i];
    }
  }

  private double[] normalise(double[] states, LayerNorm norm) {
    float[] gamma = norm.gamma().toArray();
    float[] beta = norm.beta().toArray();
    double[] normed = new double[states.length];
    for (int row = 0; row < states.length; row += hidden) {
      double mean = 0;
      for (int i = row; i < row + hidden; i++) {
        mean += states[i] / hidden;
      }
      double variance = 0;
      for (int i = row; i < row + hidden; i++) {
        variance += (states[i] - mean) * (states[i] - mean) / hidden;
      }
      double deviation = Math.sqrt(variance + config.layerNormEpsilon());
      for (int i = 0; i < hidden; i++) {
        normed[row + i] = (states[row + i] - mean) / deviation * gamma[i] + beta[i];
      }
    }
    return normed;
  }
}
