package io.sextant.linguistics;

import java.util.Locale;

/** The ways in which two words are related. A word pair has the first tier that applies. */
public enum Tier {
  /** The same surface, case folded. */
  SURFACE,
  /** The same lemma (WordNet's Morphy) or, where WordNet has none, the same stem. */
  LEMMA,
  /** Synonyms, antonyms, hypernym and hyponym, or derivations of each other in WordNet. */
  WORDNET,
  /** Neighbours in the model's own word embeddings, relative to words of the same frequencies. */
  EMBEDDING,
  /** Not related by any tier. */
  NONE;

  /** Returns the value in the columns {@code part} and {@code tier}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
