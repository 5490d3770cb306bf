package io.sextant.view;

import io.sextant.attention.Embeddings;
import io.sextant.attention.TaskScores;
import io.sextant.bert.Activation;
import io.sextant.bert.BertModel;
import io.sextant.bert.EncoderLayer;
import io.sextant.bert.LayerNorm;
import io.sextant.bert.Purpose;
import io.sextant.bert.TaskHead;
import io.sextant.text.EncodedPair;
import io.sextant.text.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Runs BERT's encoder on one pair in float64, on all cores, and keeps the queries and keys, which
 * the backends discard. Hidden states are [n, hidden], row-major.
 */
public final class EncoderPass {
  private final BertModel model;
  private final int hidden;
  private final int n;
  private Prediction prediction;

  private EncoderPass(BertModel model, int n) {
    this.model = model;
    this.hidden = model.config().hidden();
    this.n = n;
  }

  /**
   * Runs a pair through the model. Of the last layer, only the queries and keys are computed,
   * unless the model has a task head.
   *
   * @throws IllegalArgumentException if the pair is longer than the model's positions
   */
  public static PairVectors run(BertModel model, EncodedPair pair) {
    EncoderPass pass = new EncoderPass(model, pair.size());
    List<PairVectors.Layer> layers = pass.layers(pair);
    return new PairVectors(
        model.name(),
        pair.tokens(),
        IntStream.range(0, pair.size()).map(pair::side).toArray(),
        pair.wordOf(),
        pair.words().stream().map(Word::text).toList(),
        model.config().heads(),
        layers,
        pass.prediction);
  }

  private List<PairVectors.Layer> layers(EncodedPair pair) {
    double[] states = embed(pair);
    List<PairVectors.Layer> layers = new ArrayList<>();
    for (EncoderLayer layer : model.weights().layers()) {
      double[] queries = Linear.of(layer.query()).apply(states, n);
      double[] keys = Linear.of(layer.key()).apply(states, n);
      PairVectors.Layer looks = new PairVectors.Layer(queries, keys);
      layers.add(looks);
      if (layers.size() < model.config().layers() || model.purpose().taskHead() != null) {
        states = forward(layer, states, looks);
      }
    }
    if (model.purpose().taskHead() != null) {
      prediction = predict(model.purpose(), states);
    }
    return layers;
  }

  private static Prediction predict(Purpose purpose, double[] states) {
    TaskHead head = purpose.taskHead();
    float[] first = new float[head.transform().bias().size()];
    for (int i = 0; i < first.length; i++) {
      first[i] = (float) states[i];
    }
    double[] scores = head.scores(new TaskScores(head).logits(first));
    return new Prediction(purpose.modelClass(), head.labels(), scores, head.meaning());
  }

  private double[] embed(EncodedPair pair) {
    float[] embedded = new float[n * hidden];
    new Embeddings(model).embed(pair, embedded, 0);
    return IntStream.range(0, embedded.length).mapToDouble(i -> embedded[i]).toArray();
  }

  private double[] forward(EncoderLayer layer, double[] states, PairVectors.Layer looks) {
    double[] context = context(layer, states, looks);
    double[] middle = Linear.of(layer.attentionOutput()).apply(context, n);
    add(middle, states);
    normalise(middle, layer.attentionNorm());
    double[] wide = Linear.of(layer.intermediate()).apply(middle, n);
    Activation activation = model.config().activation();
    IntStream.range(0, wide.length).parallel().forEach(i -> wide[i] = activation.of(wide[i]));
    double[] out = Linear.of(layer.output()).apply(wide, n);
    add(out, middle);
    normalise(out, layer.outputNorm());
    return out;
  }

  /** Returns the sums of every head's values, weighted by its attention. */
  private double[] context(EncoderLayer layer, double[] states, PairVectors.Layer looks) {
    double[] values = Linear.of(layer.value()).apply(states, n);
    int heads = model.config().heads();
    int width = model.config().headSize();
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

  private static void add(double[] to, double[] more) {
    for (int i = 0; i < to.length; i++) {
      to[i] += more[i];
    }
  }

  private void normalise(double[] states, LayerNorm norm) {
    float[] gamma = norm.gamma().toArray();
    float[] beta = norm.beta().toArray();
    double epsilon = model.config().layerNormEpsilon();
    for (int row = 0; row < states.length; row += hidden) {
      double mean = 0;
      for (int i = row; i < row + hidden; i++) {
        mean += states[i] / hidden;
      }
      double variance = 0;
      for (int i = row; i < row + hidden; i++) {
        variance += (states[i] - mean) * (states[i] - mean) / hidden;
      }
      double deviation = Math.sqrt(variance + epsilon);
      for (int i = 0; i < hidden; i++) {
        states[row + i] = (states[row + i] - mean) / deviation * gamma[i] + beta[i];
      }
    }
  }
}
