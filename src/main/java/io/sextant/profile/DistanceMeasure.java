package io.sextant.profile;

import io.sextant.attention.AttentionMap;
import io.sextant.profile.similarity.SampledRows;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import java.util.function.Predicate;

/** Adds the distances between heads, over sampled rows of the pairs of a sample, to their sums. */
public final class DistanceMeasure implements PairMeasure {
  private final DistanceSums sums;
  private final int rowsPerPair;
  private final Predicate<SentencePair> sample;

  /**
   * Creates a measure that adds to sums.
   *
   * @param rowsPerPair the number of content queries per pair whose rows are compared; they are
   *     chosen by a hash of the pair's id and the position
   * @param sample whether a pair belongs to the sample
   */
  public DistanceMeasure(DistanceSums sums, int rowsPerPair, Predicate<SentencePair> sample) {
    this.sums = sums;
    this.rowsPerPair = rowsPerPair;
    this.sample = sample;
  }

  @Override
  public Reading open(EncodedPair pair) {
    if (!sample.test(pair.pair())) {
      return Reading.NONE;
    }
    SampledRows rows = new SampledRows(pair, rowsPerPair, sums.grid());
    return new Reading() {
      @Override
      public void read(int layer, AttentionMap map) {
        rows.take(layer, map);
      }

      @Override
      public void keep() {
        sums.add(rows);
      }
    };
  }
}
