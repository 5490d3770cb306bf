package io.sextant.attention;

import io.sextant.bert.Activation;
import io.sextant.bert.BertModel;
import io.sextant.bert.BertWeights;
import io.sextant.bert.Dense;
import io.sextant.bert.EncoderLayer;
import io.sextant.bert.LayerNorm;
import io.sextant.bert.NormPlacement;
import io.sextant.bert.Position;
import io.sextant.bert.RelativePositions;
import io.sextant.bert.RotaryAngles;
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
      attention[l] = attention(l, x);
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
      norms[l] = norms(layer, before(layer.attentionNorm(), x));
      x = forward(layer, x, attention(l, x));
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
    for (int l = 0; l < model.config().layers(); l++) {
      x = forward(model.weights().layers().get(l), x, attention(l, x));
    }
    return model.weights().finalNorm() == null ? x : norm(model.weights().finalNorm(), x);
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
                + (weights.positionEmbeddings() == null
                    ? 0
                    : at(weights.positionEmbeddings(), t, i))
                + at(weights.tokenTypeEmbeddings(), pair.tokenTypes()[t], i);
      }
    }
    return norm(weights.embeddingNorm(), x);
  }

  private double[][][] attention(int l, double[][] states) {
    EncoderLayer layer = model.weights().layers().get(l);
    double[][] x = before(layer.attentionNorm(), states);
    double[][] query = rotate(l, dense(layer.query(), x));
    double[][] key = rotate(l, dense(layer.key(), x));
    int width = model.config().headSize();
    boolean disentangled = model.config().design().position() instanceof Position.Disentangled;
    double[][] positionKey = disentangled ? positions(layer.positions().key()) : null;
    double[][] positionQuery = disentangled ? positions(layer.positions().query()) : null;
    double[][][] attention = new double[model.config().heads()][x.length][x.length];
    for (int h = 0; h < attention.length; h++) {
      for (int i = 0; i < x.length; i++) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
          double score = 0;
          for (int d = h * width; d < (h + 1) * width; d++) {
            score += query[i][d] * key[j][d];
            if (disentangled) {
              int bucket = bucket(i - j);
              score += query[i][d] * positionKey[bucket][d] + key[j][d] * positionQuery[bucket][d];
            }
          }
          score /= disentangled ? Math.sqrt(3) : 1;
          boolean seen = Math.abs(i - j) <= model.config().window(l).reach();
          attention[h][i][j] = seen ? Math.exp(score / Math.sqrt(width) + bias(h, j - i)) : 0;
          sum += attention[h][i][j];
        }
        for (int j = 0; j < x.length; j++) {
          attention[h][i][j] /= sum;
        }
      }
    }
    return attention;
  }

  /** Returns the bias of a head's score for a distance, which is key - query. */
  private double bias(int head, int distance) {
    if (!(model.config().design().position() instanceof Position.Bias)) {
      return 0;
    }
    int steps = Math.abs(distance);
    int bucket = steps < 8 ? steps : 8;
    // Bucket 8 + k begins where steps / 8 reaches the square root of 2 to the k.
    while (bucket >= 8 && bucket < 15 && steps * steps >= 64 << bucket - 7) {
      bucket++;
    }
    return at(model.weights().relativePositions().table(), bucket + (distance > 0 ? 16 : 0), head);
  }

  /** Returns what a layer makes of the embeddings of the relative positions. */
  private double[][] positions(Dense dense) {
    RelativePositions relative = model.weights().relativePositions();
    double[][] table = new double[relative.table().shape().get(0)][model.config().hidden()];
    for (int bucket = 0; bucket < table.length; bucket++) {
      for (int i = 0; i < table[bucket].length; i++) {
        table[bucket][i] = at(relative.table(), bucket, i);
      }
    }
    return dense(dense, norm(relative.norm(), table));
  }

  /** Returns the bucket of a distance, which is query - key, of 16 a sign up to 60. */
  private static int bucket(int distance) {
    int steps = Math.abs(distance);
    double beyond = Math.log(steps / 8.) / Math.log(59 / 8.) * 7;
    int bucket = steps <= 8 ? steps : 8 + (int) Math.ceil(beyond - 1e-9);
    return Math.max(0, Math.min(31, distance < 0 ? 16 - bucket : 16 + bucket));
  }

  /** Returns queries or keys, rotated as complex numbers by their positions. */
  private double[][] rotate(int l, double[][] x) {
    if (!(model.config().design().position() instanceof Position.Rotary rotary)) {
      return x;
    }
    RotaryAngles angles = rotary.layers().get(l);
    int width = model.config().headSize();
    double[][] y = new double[x.length][x[0].length];
    for (int t = 0; t < x.length; t++) {
      for (int d = 0; d < y[t].length; d++) {
        int i = d % width % (width / 2);
        double angle = t * Math.pow(angles.theta(), -2. * i / width) / angles.divisor();
        boolean real = d % width < width / 2;
        double other = real ? -x[t][d + width / 2] : x[t][d - width / 2];
        y[t][d] = x[t][d] * Math.cos(angle) + other * Math.sin(angle);
      }
    }
    return y;
  }

  private double[][] before(LayerNorm norm, double[][] x) {
    boolean norms = model.config().design().norms() == NormPlacement.BEFORE && norm != null;
    return norms ? norm(norm, x) : x;
  }

  private double[][] after(LayerNorm norm, double[][] x) {
    return model.config().design().norms() == NormPlacement.AFTER ? norm(norm, x) : x;
  }

  private double[][] forward(EncoderLayer layer, double[][] x, double[][][] attention) {
    double[][] value = dense(layer.value(), before(layer.attentionNorm(), x));
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
        after(layer.attentionNorm(), sum(dense(layer.attentionOutput(), context), x));
    double[][] input = before(layer.feedForwardNorm(), middle);
    double[][] wide = dense(layer.feedForward().intermediate(), input);
    if (layer.feedForward().gate() == null) {
      activate(wide, model.config().activation());
    } else {
      double[][] gate = dense(layer.feedForward().gate(), input);
      activate(gate, model.config().activation());
      for (int t = 0; t < wide.length; t++) {
        for (int i = 0; i < wide[t].length; i++) {
          wide[t][i] *= gate[t][i];
        }
      }
    }
    return after(layer.feedForwardNorm(), sum(dense(layer.feedForward().output(), wide), middle));
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
