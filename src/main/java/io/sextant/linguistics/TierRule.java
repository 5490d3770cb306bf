package io.sextant.linguistics;

/** The rule of a tier, which finds the words of a pair that are related. */
@FunctionalInterface
interface TierRule {

  /** Returns the relation for the words of one pair. */
  Relation over(PairWords words);

  /** Tells whether two different words, given by index, are related. It is symmetric. */
  @FunctionalInterface
  interface Relation {
    boolean holds(int word, int other);
  }
}
