package io.sextant.linguistics;

/** How two words are related; a word pair has the first that applies. */
public enum Tier {
  /** R0: the same surface, case folded. */
  SAME_SURFACE,
  /** R1: the same lemma (WordNet's Morphy) or, where WordNet has none, the same stem. */
  SAME_LEMMA,
  /** Not related by any tier. */
  NONE
}
