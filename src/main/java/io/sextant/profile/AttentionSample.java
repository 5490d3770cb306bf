package io.sextant.profile;

import io.sextant.attention.AttentionMap;
import io.sextant.profile.pair.WordView;
import io.sextant.table.HeadGrid;
import io.sextant.table.row.SampledAttention;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The attention between the words of a few pairs, by which the heads of two models can be compared.
 * The samples of other pairs can be merged into it. A pair takes at most 800 kB for 384 heads and 8
 * queries.
 */
public final class AttentionSample {
  private final HeadGrid grid;
  private final TreeMap<String, SampledWords> pairs = new TreeMap<>();

  /** Creates the sample of no pairs. */
  public AttentionSample(HeadGrid grid) {
    this.grid = grid;
  }

  /**
   * Returns a measure that adds pairs.
   *
   * @param queries the greatest number of words of a pair whose attention is kept
   * @param sample whether a pair belongs to the sample
   */
  public PairMeasure measure(int queries, Predicate<SentencePair> sample) {
    return pair -> sample.test(pair.pair()) ? reading(pair, queries) : PairMeasure.Reading.NONE;
  }

  private PairMeasure.Reading reading(EncodedPair pair, int queries) {
    SampledWords sampled = SampledWords.of(pair, queries, grid);
    WordView view = WordView.of(pair);
    return new PairMeasure.Reading() {
      @Override
      public void read(int layer, AttentionMap map) {
        sampled.take(grid.number(layer, 0), map, view);
      }

      @Override
      public void keep() {
        pairs.put(sampled.pairId(), sampled);
      }
    };
  }

  /** Returns the rows of {@code sampled_attention}, ordered by pair, layer and head. */
  public List<SampledAttention> rows(String runId) {
    return pairs.values().stream().flatMap(pair -> pair.rows(runId, grid).stream()).toList();
  }

  public void write(DataOutput out) throws IOException {
    out.writeInt(pairs.size());
    for (SampledWords pair : pairs.values()) {
      pair.write(out);
    }
  }

  /** Reads a sample that {@link #write} wrote and merges it into this one. */
  public void mergeFrom(DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      SampledWords pair = SampledWords.read(in, grid);
      pairs.put(pair.pairId(), pair);
    }
  }
}
