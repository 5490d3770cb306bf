package io.sextant.attention;

import io.sextant.bert.Activation;
import io.sextant.bert.BertModel;
import io.sextant.bert.BertWeights;
import io.sextant.bert.Dense;
import io.sextant.bert.EncoderLayer;
import io.sextant.bert.LayerNorm;
import io.sextant.bert.Tensor;
import io.sextant.text.EncodedPair;
import org.apache.commons.math3.special.Erf;

/** The encoder's forward pass in simple, slow Java in float64, with which backends are compared. */
public final class Float64Bert {
  private final BertModel model;

  public Float64Bert(BertModel model) {
    this.model = model;
  }

  /** Returns the attention as [layer][head][query][key]. */
  public double[][][][] attention(EncodedPair pair) {
    double[][] x = embed(pair);
    double[][][][] attention = new double[model.config().layers()][][][];
    for (int l = 0; l < attention.length; l++) {
      EncoderLayer layer = model.weights().layers().get(l);
      attention[l] = attention(layer, x);
      x = forward(layer, x, attention[l]);
    }
    return attention;
  }

  /** Returns the norms of the transformed values as [layer][head][key]. */
  public double[][][] norms(EncodedPair pair) {
    double[][] x = embed(pair);
    double[][][] norms = new double[model.config().layers()][][];
    for (int l = 0; l < norms.length; l++) {
      EncoderLayer layer = model.weights().layers().get(l);
      norms[l] = norms(layer, x);
      x = forward(layer, x, attention(layer, x));
    }
    return norms;
  }

  /** Returns ||v W_O||, computed directly with the head's own rows of W_O. */
  private double[][] norms(EncoderLayer layer, double[][] x) {
    double[][] value = dense(layer.value(), x);
    int width = model.config().headSize();
    double[][] norms = new double[model.config().heads()][x.length];
    for (int h = 0; h < norms.length; h++) {
      for (int t = 0; t < x.length; t++) {
        double squares = 0;
        for (int o = 0; o < model.config().hidden(); o++) {
          double made = 0;
          for (int d = h * width; d < (h + 1) * width; d++) {
            made += value[t][d] * at(layer.attentionOutput().kernel(), d, o);
          }
          squares += made * made;
        }
        norms[h][t] = Math.sqrt(squares);
      }
    }
    return norms;
  }

  /** Returns the last layer's output as [position][i]. */
  public double[][] hiddenStates(EncodedPair pair) {
    double[][] x = embed(pair);
    for (EncoderLayer layer : model.weights().layers()) {
      x = forward(layer, x, attention(layer, x));
    }
    return x;
  }

  /** Returns ln p of every token at every position, computed by the masked-LM head. */
  public double[][] logProbabilities(EncodedPair pair) {
    double[][] y = dense(model.maskedLm().transform(), hiddenStates(pair));
    gelu(y);
    y = norm(model.maskedLm().norm(), y);
    Tensor embeddings = model.weights().wordEmbeddings();
    double[][] logs = new double[y.length][model.config().vocabularySize()];
    for (int t = 0; t < logs.length; t++) {
      double sum = 0;
      for (int token = 0; token < logs[t].length; token++) {
        logs[t][token] = at(model.maskedLm().outputBias(), token);
        for (int i = 0; i < y[t].length; i++) {
          logs[t][token] += y[t][i] * at(embeddings, token, i);
        }
        sum += Math.exp(logs[t][token]);
      }
      for (int token = 0; token < logs[t].length; token++) {
        logs[t][token] -= Math.log(sum);
      }
    }
    return logs;
  }

  private double[][] embed(EncodedPair pair) {
    BertWeights weights = model.weights();
    double[][] x = new double[pair.size()][model.config().hidden()];
    for (int t = 0; t < x.length; t++) {
      for (int i = 0; i < x[t].length; i++) {
        x[t][i] =
            at(weights.wordEmbeddings(), pair.ids()[t], i)
                + at(weights.positionEmbeddings(), t, i)
                + at(weights.tokenTypeEmbeddings(), pair.tokenTypes()[t], i);
      }
    }
    return norm(weights.embeddingNorm(), x);
  }

  private double[][][] attention(EncoderLayer layer, double[][] x) {
    double[][] query = dense(layer.query(), x);
    double[][] key = dense(layer.key(), x);
    int width = model.config().headSize();
    double[][][] attention = new double[model.config().heads()][x.length][x.length];
    for (int h = 0; h < attention.length; h++) {
      for (int i = 0; i < x.length; i++) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
          double score = 0;
          for (int d = h * width; d < (h + 1) * width; d++) {
            score += query[i][d] * key[j][d];
          }
          attention[h][i][j] = Math.exp(score / Math.sqrt(width));
          sum += attention[h][i][j];
        }
        for (int j = 0; j < x.length; j++) {
          attention[h][i][j] /= sum;
        }
      }
    }
    return attention;
  }

  private double[][] forward(EncoderLayer layer, double[][] x, double[][][] attention) {
    double[][] value = dense(layer.value(), x);
    int width = model.config().headSize();
    double[][] context = new double[x.length][model.config().hidden()];
    for (int i = 0; i < x.length; i++) {
      for (int d = 0; d < context[i].length; d++) {
        for (int j = 0; j < x.length; j++) {
          context[i][d] += attention[d / width][i][j] * value[j][d];
        }
      }
    }
    double[][] middle =
        norm(layer.attentionNorm(), sum(dense(layer.attentionOutput(), context), x));
    double[][] wide = dense(layer.feedForward().intermediate(), middle);
    activate(wide, model.config().activation());
    return norm(layer.feedForwardNorm(), sum(dense(layer.feedForward().output(), wide), middle));
  }

  private static void activate(double[][] x, Activation activation) {
    if (activation == Activation.GELU) {
      gelu(x);
      return;
    }
    for (double[] row : x) {
      for (int i = 0; i < row.length; i++) {
        double v = row[i];
        row[i] =
            switch (activation) {
              case GELU_TANH ->
                  v / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (v + .044715 * v * v * v)));
              case RELU -> v > 0 ? v : 0;
              case SILU -> v / (1 + Math.exp(-v));
              case GELU -> throw new AssertionError("done above");
            };
      }
    }
  }

  private static void gelu(double[][] x) {
    for (double[] row : x) {
      for (int i = 0; i < row.length; i++) {
        row[i] = row[i] / 2 * (1 + Erf.erf(row[i] / Math.sqrt(2)));
      }
    }
  }

  private double[][] norm(LayerNorm norm, double[][] x) {
    double[][] y = new double[x.length][x[0].length];
    for (int t = 0; t < x.length; t++) {
      double mean = 0;
      for (double value : x[t]) {
        mean += value / x[t].length;
      }
      double variance = 0;
      for (double value : x[t]) {
        variance += (value - mean) * (value - mean) / x[t].length;
      }
      double deviation = Math.sqrt(variance + model.config().layerNormEpsilon());
      for (int i = 0; i < x[t].length; i++) {
        y[t][i] = (x[t][i] - mean) / deviation * at(norm.gamma(), i) + at(norm.beta(), i);
      }
    }
    return y;
  }

  private static double[][] dense(Dense dense, double[][] x) {
    int out = dense.bias().size();
    double[][] y = new double[x.length][out];
    for (int t = 0; t < x.length; t++) {
      for (int o = 0; o < out; o++) {
        double sum = at(dense.bias(), o);
        for (int i = 0; i < x[t].length; i++) {
          sum += x[t][i] * at(dense.kernel(), i, o);
        }
        y[t][o] = sum;
      }
    }
    return y;
  }

  private static double[][] sum(double[][] x, double[][] y) {
    double[][] sum = new double[x.length][x[0].length];
    for (int t = 0; t < x.length; t++) {
      for (int i = 0; i < x[t].length; i++) {
        sum[t][i] = x[t][i] + y[t][i];
      }
    }
    return sum;
  }

  private static double at(Tensor matrix, int row, int column) {
    return at(matrix, row * matrix.shape().get(1) + column);
  }

  private static double at(Tensor tensor, int position) {
    float[] value = new float[1];
    tensor.read(position, value, 0, 1);
    return value[0];
  }
}
