package io.sextant.linguistics;

/** What makes a tier: finds the words of a pair that it relates. */
@FunctionalInterface
interface TierRule {

  /** The rule for the words of one pair. */
  Relation over(PairWords words);

  /** Whether two different words are related, by their index; symmetric. */
  @FunctionalInterface
  interface Relation {
    boolean holds(int word, int other);
  }
}
