package io.sextant.profile;

import io.sextant.attention.AttentionMap;
import io.sextant.text.EncodedPair;

/**
 * Something else that is read from the maps of every pair, beside the patterns. One per task, for
 * one thread; pairs come in the order in which they were checked.
 */
public interface PairMeasure {
  /** Reads nothing. */
  PairMeasure NONE =
      new PairMeasure() {
        private final Reading nothing =
            new Reading() {
              @Override
              public void read(int layer, AttentionMap map) {}

              @Override
              public void keep() {}
            };

        @Override
        public void check(EncodedPair pair) {}

        @Override
        public Reading open(EncodedPair pair) {
          return nothing;
        }

        @Override
        public void finish() {}
      };

  /** What is read of one pair. */
  interface Reading {
    /** Takes the heads of a layer. */
    void read(int layer, AttentionMap map);

    /** Called after the last layer if the pair counts: its maps are sound. */
    void keep();
  }

  /**
   * Looks at a pair before it runs.
   *
   * @throws UnfitPairException if it is to be rejected
   */
  void check(EncodedPair pair);

  /** Begins a pair that has been checked. */
  Reading open(EncodedPair pair);

  /** Called once, after the last pair. */
  void finish();
}
