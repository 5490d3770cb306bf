package io.sextant.bench;

import io.sextant.attention.AttentionMap;
import io.sextant.attention.AttentionRunner;
import io.sextant.attention.AttentionSink;
import io.sextant.attention.Float64Bert;
import io.sextant.bert.BertModel;
import io.sextant.text.EncodedPair;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The maps of some pairs by a forward pass in float64, computed only once because a pair takes
 * seconds.
 */
final class Float64Maps {
  private final Map<String, double[][][][]> byId = new ConcurrentHashMap<>();

  Float64Maps(BertModel bert, List<EncodedPair> pairs) {
    Float64Bert judge = new Float64Bert(bert);
    pairs.parallelStream()
        .forEach(pair -> byId.computeIfAbsent(pair.pair().id(), id -> judge.attention(pair)));
  }

  /** Returns the maps of one of the pairs: [layer][head][query][key]. */
  double[][][][] of(EncodedPair pair) {
    return byId.get(pair.pair().id());
  }

  /**
   * Returns a runner that returns the maps like a backend, with weights and entropies rounded to
   * float.
   */
  AttentionRunner newRunner() {
    return new Replay();
  }

  private final class Replay implements AttentionRunner {

    @Override
    public void run(List<EncodedPair> batch, AttentionSink sink) {
      for (int pair = 0; pair < batch.size(); pair++) {
        double[][][][] layers = of(batch.get(pair));
        for (int layer = 0; layer < layers.length; layer++) {
          sink.accept(pair, layer, map(layers[layer]));
        }
      }
    }

    @Override
    public void close() {}
  }

  private static AttentionMap map(double[][][] heads) {
    int n = heads[0].length;
    float[] weights = new float[heads.length * n * n];
    float[] entropies = new float[heads.length * n];
    for (int h = 0; h < heads.length; h++) {
      for (int i = 0; i < n; i++) {
        double entropy = 0;
        for (int j = 0; j < n; j++) {
          double weight = heads[h][i][j];
          weights[(h * n + i) * n + j] = (float) weight;
          entropy -= weight == 0 ? 0 : weight * Math.log(weight);
        }
        entropies[h * n + i] = (float) entropy;
      }
    }
    return new AttentionMap(heads.length, n, weights, entropies);
  }
}
