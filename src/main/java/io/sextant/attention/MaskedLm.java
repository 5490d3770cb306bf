package io.sextant.attention;

import io.sextant.bert.Activation;
import io.sextant.bert.BertModel;
import io.sextant.bert.LayerNorm;
import io.sextant.bert.MaskedLmHead;
import io.sextant.bert.Tensor;
import io.sextant.math.RowProducts;
import java.util.Arrays;

/**
 * Computes the masked-LM head on the last hidden states (Devlin et al. 2019, section 3.1, task 1):
 * p = softmax(E y + c) with y = norm(f(x W + b)). In BERT, f is GELU and E is the table of word
 * embeddings. Products with E are float32, everything else is float64. Instances are safe for use
 * by several threads.
 */
public final class MaskedLm implements MaskedLmRunner {
  /** The number of states scored together is a multiple of this, which vector instructions need. */
  private static final int STEP = 16;

  private final int hidden;
  private final int width;
  private final int tokens;
  private final double epsilon;
  private final Activation activation;
  private final Tensor decoder;
  private final float[] kernel;
  private final float[] bias;
  private final float[] gamma;
  private final float[] beta;
  private final float[] outputBias;

  /** Returns why a model cannot predict masked tokens; null if it can. */
  public static String obstacle(BertModel model) {
    if (model.maskedLm() == null) {
      return "the checkpoint has no masked-LM head";
    }
    return model.maskedLm().mask() < 0
        ? "the tokenizer names no mask that is in its vocabulary"
        : null;
  }

  /** Creates the head of a model, which must have one. */
  public MaskedLm(BertModel model) {
    MaskedLmHead head = model.maskedLm();
    hidden = model.config().hidden();
    tokens = model.config().vocabularySize();
    epsilon = model.config().layerNormEpsilon();
    activation = head.activation();
    decoder = head.decoder() == null ? model.weights().wordEmbeddings() : head.decoder();
    kernel = head.transform().kernel().toArray();
    bias = head.transform().bias().toArray();
    width = bias.length;
    LayerNorm norm = head.norm();
    gamma = norm.gamma().toArray();
    beta = norm.beta().toArray();
    outputBias = head.outputBias().toArray();
  }

  /**
   * Returns the log-probability of a token at each of some positions.
   *
   * @param states the last hidden states at the positions, [ids.length, hidden] row-major; the
   *     array may be longer
   * @param ids the id of the token at each position
   * @return ln p of each token, at most 0
   */
  public double[] logProbabilities(float[] states, int[] ids) {
    double[] all = new double[ids.length];
    for (int from = 0; from < ids.length; from += LANES) {
      int to = Math.min(ids.length, from + LANES);
      double[] some = logs(transform(states, from, to), Arrays.copyOfRange(ids, from, to));
      System.arraycopy(some, 0, all, from, some.length);
    }
    return all;
  }

  @Override
  public double[][] scores(float[] states, int from, int to) {
    float[][] columns = transform(states, from, to);
    double[][] scores = new double[to - from][tokens];
    float[] row = new float[width];
    float[] sums = new float[columns[0].length];
    for (int token = 0; token < tokens; token++) {
      score(token, columns, row, sums);
      for (int lane = 0; lane < scores.length; lane++) {
        scores[lane][token] = sums[lane];
      }
    }
    return scores;
  }

  /** Computes the scores of a token at all positions; {@code row} is overwritten. */
  private void score(int token, float[][] columns, float[] row, float[] scores) {
    decoder.read(token * width, row, 0, width);
    Arrays.fill(scores, outputBias[token]);
    RowProducts.add(row, 0, columns, scores.length, scores);
  }

  /** Returns y of a range of states, [width][lanes], with a column for each state. */
  private float[][] transform(float[] states, int from, int to) {
    float[][] columns = new float[width][(to - from + STEP - 1) / STEP * STEP];
    for (int state = from; state < to; state++) {
      double[] y = new double[width];
      for (int o = 0; o < width; o++) {
        y[o] = bias[o];
      }
      for (int i = 0; i < hidden; i++) {
        double x = states[state * hidden + i];
        for (int o = 0; o < width; o++) {
          y[o] += x * kernel[i * width + o];
        }
      }
      for (int o = 0; o < width; o++) {
        y[o] = activation.of(y[o]);
      }
      normalise(y);
      for (int o = 0; o < width; o++) {
        columns[o][state - from] = (float) y[o];
      }
    }
    return columns;
  }

  private void normalise(double[] y) {
    double sum = 0;
    for (double value : y) {
      sum += value;
    }
    double mean = sum / width;
    double squares = 0;
    for (double value : y) {
      squares += (value - mean) * (value - mean);
    }
    double scale = 1 / Math.sqrt(squares / width + epsilon);
    for (int i = 0; i < width; i++) {
      y[i] = (y[i] - mean) * scale * gamma[i] + beta[i];
    }
  }

  /**
   * Returns the log-probabilities in one pass over the vocabulary. Every sum of exponentials is
   * relative to the greatest score so far, so that none overflows.
   */
  private double[] logs(float[][] columns, int[] ids) {
    float[] row = new float[width];
    float[] scores = new float[columns[0].length];
    double[] greatest = new double[ids.length];
    double[] sums = new double[ids.length];
    double[] asked = new double[ids.length];
    Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
    for (int token = 0; token < tokens; token++) {
      score(token, columns, row, scores);
      for (int lane = 0; lane < ids.length; lane++) {
        double score = scores[lane];
        if (score > greatest[lane]) {
          sums[lane] *= Math.exp(greatest[lane] - score);
          greatest[lane] = score;
        }
        sums[lane] += Math.exp(score - greatest[lane]);
        if (token == ids[lane]) {
          asked[lane] = score;
        }
      }
    }
    double[] logs = new double[ids.length];
    for (int lane = 0; lane < logs.length; lane++) {
      logs[lane] = asked[lane] - greatest[lane] - Math.log(sums[lane]);
    }
    return logs;
  }

  /** Does nothing, because the head holds arrays of Java only. */
  @Override
  public void close() {}
}
