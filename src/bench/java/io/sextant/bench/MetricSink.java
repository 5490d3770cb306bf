package io.sextant.bench;

import io.sextant.attention.AttentionMap;
import io.sextant.attention.AttentionSink;
import io.sextant.bert.BertConfig;
import io.sextant.text.EncodedPair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Computes the metrics of {@code peers.py} directly from the maps in the backend. */
final class MetricSink implements AttentionSink {
  private static final List<String> NAMES =
      List.of("next", "previous", "self", "delimiter", "entropy");

  private final List<EncodedPair> pairs;
  private final int heads;
  private final double[][][] sums;
  private final long[] queries = new long[NAMES.size()];

  MetricSink(BertConfig config, List<EncodedPair> pairs) {
    this.pairs = pairs;
    this.heads = config.heads();
    this.sums = new double[NAMES.size()][config.layers()][heads];
    pairs.forEach(this::count);
  }

  private void count(EncodedPair pair) {
    for (int i = 0; i < pair.size(); i++) {
      if (!pair.isDelimiter(i)) {
        queries[0] += pair.isDelimiter(i + 1) ? 0 : 1;
        queries[1] += pair.isDelimiter(i - 1) ? 0 : 1;
        for (int k = 2; k < queries.length; k++) {
          queries[k]++;
        }
      }
    }
  }

  @Override
  public void accept(int index, int layer, AttentionMap map) {
    EncodedPair pair = pairs.get(index);
    float[] weights = map.weights();
    int last = map.size() - 1;
    for (int h = 0; h < heads; h++) {
      double next = 0;
      double previous = 0;
      double self = 0;
      double delimiter = 0;
      double entropy = 0;
      for (int i = 1; i < last; i++) {
        if (pair.isDelimiter(i)) {
          continue;
        }
        int row = map.row(h, i);
        next += pair.isDelimiter(i + 1) ? 0 : weights[row + i + 1];
        previous += pair.isDelimiter(i - 1) ? 0 : weights[row + i - 1];
        self += weights[row + i];
        delimiter += weights[row] + weights[row + last];
        delimiter += pair.hasSecondSentence() ? weights[row + pair.firstSep()] : 0;
        entropy += map.entropies()[h * map.size() + i];
      }
      sums[0][layer][h] += next;
      sums[1][layer][h] += previous;
      sums[2][layer][h] += self;
      sums[3][layer][h] += delimiter;
      sums[4][layer][h] += entropy;
    }
  }

  /** Returns for each metric the mean over queries, [layer][head]. */
  Map<String, double[][]> shares() {
    Map<String, double[][]> shares = new LinkedHashMap<>();
    for (int k = 0; k < NAMES.size(); k++) {
      for (double[] layer : sums[k]) {
        for (int h = 0; h < heads; h++) {
          layer[h] /= Math.max(1, queries[k]);
        }
      }
      shares.put(NAMES.get(k), sums[k]);
    }
    return shares;
  }
}
