package io.sextant.profile;

import io.sextant.attention.AttentionRunner;
import io.sextant.bert.BertConfig;
import io.sextant.math.Ratio;
import io.sextant.profile.similarity.HeadDistances;
import io.sextant.profile.similarity.SampledRows;
import io.sextant.profile.state.PairedMoments;
import io.sextant.profile.state.SlotArray;
import io.sextant.table.HeadGrid;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import io.sextant.text.UncutSentenceException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Sums of the distances between heads over some pairs. The sums can be merged, and executors send
 * them to the driver.
 */
public final class DistanceSums implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HeadGrid grid;

  /**
   * For each two heads, in the order (1, 0), (2, 0), (2, 1), (3, 0) ...: x is the sum of the
   * distances over the sampled rows of a pair, and y is the number of these rows.
   */
  private final PairedMoments moments;

  /**
   * The distances summed over the rows of one pair, for each two heads; reused from pair to pair.
   */
  private final double[] sums;

  private DistanceSums(BertConfig model) {
    grid = new HeadGrid(model.layers(), model.heads());
    int heads = grid.heads();
    sums = new double[heads * (heads - 1) / 2];
    moments = new PairedMoments(1, sums.length);
  }

  /** Returns the sums of no pairs. */
  public static DistanceSums empty(BertConfig model) {
    return new DistanceSums(model);
  }

  /**
   * Runs the given pairs through the model. Pairs that cannot be profiled are skipped. The sampled
   * rows of one batch are in memory at a time.
   *
   * @param rowsPerPair the number of content queries per pair whose rows are compared; they are
   *     chosen by a hash of the pair's id and the position
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
        // This pair is recorded in the table rejects when it is profiled.
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
      Arrays.fill(sums, 0);
      of.addTo(sums);
      moments.add(0, SlotArray.row(sums), 0, of.size());
    }
  }

  public void merge(DistanceSums other) {
    moments.merge(other.moments);
  }

  /** Returns the mean distances. */
  public HeadDistances distances() {
    int heads = moments.clusters(0) == 0 ? 0 : grid.heads();
    Ratio[][] means = new Ratio[heads][heads];
    int pair = 0;
    for (int head = 1; head < heads; head++) {
      for (int other = 0; other < head; other++) {
        means[head][other] = moments.ratio(0, pair++);
        means[other][head] = means[head][other];
      }
    }
    return new HeadDistances(grid, means);
  }
}
