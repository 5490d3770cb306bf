package io.sextant.linguistics;

/** How two words are related; a word pair has the first that applies. */
public enum Tier {
  /** R0: the same surface, case folded. */
  SAME_SURFACE,
  /** R1: the same lemma (WordNet's Morphy) or, where WordNet has none, the same stem. */
  SAME_LEMMA,
  /** R2: synonyms, antonyms, hypernym and hyponym, or derivations of each other in WordNet. */
  WORDNET,
  /** R3: neighbours in the model's own word embeddings, for words as frequent as they. */
  EMBEDDING,
  /** Not related by any tier. */
  NONE
}
