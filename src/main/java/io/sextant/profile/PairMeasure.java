package io.sextant.profile;

import io.sextant.attention.AttentionMap;
import io.sextant.text.EncodedPair;
import java.util.List;

/**
 * Another measure that reads the attention maps of every pair, besides the patterns. Each task has
 * its own instance, which is used by one thread. Pairs are opened in the order in which they were
 * checked.
 */
public interface PairMeasure {
  /** A measure that reads nothing. */
  PairMeasure NONE = pair -> Reading.NONE;

  /** Returns a measure that reads every map by each of the given ones. */
  static PairMeasure all(PairMeasure... measures) {
    return new PairMeasures(List.of(measures));
  }

  /** The reader of the maps of one pair. */
  interface Reading {
    /** A reader of nothing. */
    Reading NONE =
        new Reading() {
          @Override
          public void read(int layer, AttentionMap map) {}

          @Override
          public void keep() {}
        };

    /** Reads the attention map of a layer. */
    void read(int layer, AttentionMap map);

    /**
     * Adds the pair to the measure. This method is called after the last layer, and only if the
     * maps of the pair are valid.
     */
    void keep();
  }

  /**
   * Checks a pair before it is run; the default accepts every pair.
   *
   * @throws UnfitPairException if the pair must be rejected
   */
  default void check(EncodedPair pair) {}

  /** Returns a reader for a pair that has been checked. */
  Reading open(EncodedPair pair);

  /** Ends the measure. This method is called once, after the last pair. */
  default void finish() {}
}
