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
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.function.Function;

/**
 * Sums of the distances between heads over some pairs. The sums can be merged, and executors send
 * them to the driver. Without pairs they take no memory; with pairs, five numbers for each two
 * heads, which are 2.9 MB for 384 heads.
 */
public final class DistanceSums implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HeadGrid grid;

  /**
   * For each two heads, in the order (1, 0), (2, 0), (2, 1), (3, 0) ...: x is the sum of the
   * distances over the sampled rows of a pair, and y is the number of these rows. Null if there are
   * no pairs.
   */
  private PairedMoments moments;

  private DistanceSums(HeadGrid grid) {
    this.grid = grid;
  }

  /** Returns the sums of no pairs. */
  public static DistanceSums empty(HeadGrid grid) {
    return new DistanceSums(grid);
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
    DistanceSums sums = empty(new HeadGrid(model.layers(), model.heads()));
    TokenBatches batches =
        new TokenBatches(batchTokens, runner, batch -> sums.run(batch, runner, rowsPerPair));
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
    sampled.stream().filter(SampledRows::isFinite).forEach(this::add);
  }

  /** Adds the distances of every two heads over the sampled rows of a pair. */
  void add(SampledRows rows) {
    double[] sums = new double[combinations()];
    rows.addTo(sums);
    open().add(0, SlotArray.row(sums), 0, rows.size());
  }

  /** Returns the number of unordered pairs of heads. */
  private int combinations() {
    return grid.heads() * (grid.heads() - 1) / 2;
  }

  private PairedMoments open() {
    if (moments == null) {
      moments = new PairedMoments(1, combinations());
    }
    return moments;
  }

  HeadGrid grid() {
    return grid;
  }

  public void merge(DistanceSums other) {
    if (other.moments != null) {
      open().merge(other.moments);
    }
  }

  public void write(DataOutput out) throws IOException {
    out.writeBoolean(moments != null);
    if (moments != null) {
      moments.write(out);
    }
  }

  /** Reads sums that {@link #write} wrote and merges them into these. */
  public void mergeFrom(DataInput in) throws IOException {
    if (in.readBoolean()) {
      PairedMoments other = new PairedMoments(1, combinations());
      other.read(in);
      open().merge(other);
    }
  }

  /** Returns the mean distances. */
  public HeadDistances distances() {
    int heads = moments == null ? 0 : grid.heads();
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
