package io.sextant.bench;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.AttentionRunner;
import io.sextant.attention.Float64Bert;
import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.text.EncodedPair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A backend's maps and shares beside a forward pass in float64. */
final class Accuracy {
  private final BertModel bert;
  private final PairSet set;
  private final double[][][][][] expected;

  Accuracy(BertModel bert, PairSet set) {
    this.bert = bert;
    this.set = set;
    Float64Bert judge = new Float64Bert(bert);
    expected = new double[set.pairs().size()][][][][];
    IntStream.range(0, expected.length)
        .parallel()
        .forEach(pair -> expected[pair] = judge.attention(set.pairs().get(pair)));
  }

  /** Greatest error: of a single weight, and by metric of a head's mean share, over all heads. */
  Map<String, Double> run(AttentionModel model) {
    Map<String, Double> errors = new LinkedHashMap<>();
    MetricSink sink = new MetricSink(bert.config(), set.pairs());
    double[] worst = new double[1];
    try (AttentionRunner runner = model.newRunner()) {
      runner.run(
          set.pairs(),
          (pair, layer, map) -> {
            sink.accept(pair, layer, map);
            double[][][] heads = expected[pair][layer];
            for (int h = 0; h < heads.length; h++) {
              for (int i = 0; i < map.size(); i++) {
                for (int j = 0; j < map.size(); j++) {
                  double error = Math.abs(map.weight(h, i, j) - heads[h][i][j]);
                  worst[0] = Math.max(worst[0], error);
                }
              }
            }
          });
    }
    errors.put("a single weight", worst[0]);
    Map<String, double[][]> shares = expectedShares();
    sink.shares().forEach((metric, found) -> errors.put(metric, worst(shares.get(metric), found)));
    return errors;
  }

  private Map<String, double[][]> expectedShares() {
    return new Float64Metrics(bert.config(), set.pairs(), expected).shares();
  }

  private static double worst(double[][] expected, double[][] found) {
    double worst = 0;
    for (int layer = 0; layer < expected.length; layer++) {
      for (int head = 0; head < expected[layer].length; head++) {
        worst = Math.max(worst, Math.abs(expected[layer][head] - found[layer][head]));
      }
    }
    return worst;
  }

  /** The metrics of {@link MetricSink} from float64 maps. */
  private record Float64Metrics(BertConfig config, List<EncodedPair> pairs, double[][][][][] maps) {

    Map<String, double[][]> shares() {
      double[][][] sums = new double[5][config.layers()][config.heads()];
      double[] queries = new double[5];
      for (int p = 0; p < maps.length; p++) {
        EncodedPair pair = pairs.get(p);
        for (int i = 1; i < pair.size() - 1; i++) {
          if (!pair.isDelimiter(i)) {
            add(pair, i, maps[p], sums);
            queries[0] += pair.isDelimiter(i + 1) ? 0 : 1;
            queries[1] += pair.isDelimiter(i - 1) ? 0 : 1;
            queries[2]++;
            queries[3]++;
            queries[4]++;
          }
        }
      }
      Map<String, double[][]> shares = new LinkedHashMap<>();
      List<String> names = List.of("next", "previous", "self", "delimiter", "entropy");
      for (int k = 0; k < 5; k++) {
        for (double[] layer : sums[k]) {
          for (int h = 0; h < layer.length; h++) {
            layer[h] /= queries[k];
          }
        }
        shares.put(names.get(k), sums[k]);
      }
      return shares;
    }

    private static void add(EncodedPair pair, int i, double[][][][] maps, double[][][] sums) {
      for (int layer = 0; layer < maps.length; layer++) {
        for (int head = 0; head < maps[layer].length; head++) {
          double[] row = maps[layer][head][i];
          sums[0][layer][head] += pair.isDelimiter(i + 1) ? 0 : row[i + 1];
          sums[1][layer][head] += pair.isDelimiter(i - 1) ? 0 : row[i - 1];
          sums[2][layer][head] += row[i];
          for (int j = 0; j < row.length; j++) {
            sums[3][layer][head] += pair.isDelimiter(j) ? row[j] : 0;
            sums[4][layer][head] -= row[j] == 0 ? 0 : row[j] * Math.log(row[j]);
          }
        }
      }
    }
  }
}
