package io.sextant.profile;

import io.sextant.attention.AttentionRunner;
import io.sextant.bert.BertConfig;
import io.sextant.profile.similarity.HeadDistances;
import io.sextant.profile.similarity.SampledRows;
import io.sextant.profile.state.StateArrays;
import io.sextant.table.HeadGrid;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import io.sextant.text.UncutSentenceException;
import java.io.Serializable;
import java.util.List;
import java.util.function.Function;

/**
 * How far the heads are from each other on some pairs; mergeable, and sent from executors to the
 * driver.
 */
public final class DistanceSums implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HeadGrid grid;

  /** By pair of heads, (1, 0), (2, 0), (2, 1), (3, 0) ...: summed distances of their rows. */
  private final double[] sums;

  private long rows;

  private DistanceSums(BertConfig model) {
    grid = new HeadGrid(model.layers(), model.heads());
    int heads = grid.heads();
    sums = new double[heads * (heads - 1) / 2];
  }

  /** The sums of no pairs. */
  public static DistanceSums empty(BertConfig model) {
    return new DistanceSums(model);
  }

  /**
   * Runs some pairs; those that cannot be profiled are passed over. Holds the sampled rows of one
   * batch.
   *
   * @param rowsPerPair content queries whose rows are compared, drawn by a hash
   */
  public static DistanceSums measure(
      List<SentencePair> pairs,
      Function<SentencePair, EncodedPair> encoder,
      AttentionRunner runner,
      int batchTokens,
      int rowsPerPair,
      BertConfig model) {
    DistanceSums sums = empty(model);
    TokenBatches batches =
        new TokenBatches(batchTokens, batch -> sums.run(batch, runner, rowsPerPair));
    for (SentencePair pair : pairs) {
      try {
        EncodedPair encoded = encoder.apply(pair);
        if (HeadProfiler.emptySentence(encoded) < 0) {
          batches.add(encoded);
        }
      } catch (UncutSentenceException e) {
        // The pair is a reject, and is so named.
      }
    }
    batches.finish();
    return sums;
  }

  private void run(List<EncodedPair> batch, AttentionRunner runner, int rowsPerPair) {
    List<SampledRows> sampled =
        batch.stream().map(pair -> new SampledRows(pair, rowsPerPair, grid)).toList();
    runner.run(batch, (pair, layer, map) -> sampled.get(pair).take(layer, map));
    for (SampledRows of : sampled) {
      if (!of.isFinite()) {
        continue;
      }
      of.addTo(sums);
      rows += of.size();
    }
  }

  public void merge(DistanceSums other) {
    StateArrays.add(sums, other.sums);
    rows += other.rows;
  }

  /** The distances that these sums make. */
  public HeadDistances distances() {
    int heads = rows == 0 ? 0 : grid.heads();
    double[][] means = new double[heads][heads];
    int pair = 0;
    for (int head = 1; head < heads; head++) {
      for (int other = 0; other < head; other++) {
        means[head][other] = sums[pair++] / rows;
        means[other][head] = means[head][other];
      }
    }
    return new HeadDistances(grid, means);
  }
}
