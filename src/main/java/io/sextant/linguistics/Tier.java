package io.sextant.linguistics;

import java.util.Locale;

/** How two words are related; a word pair has the first that applies. */
public enum Tier {
  /** The same surface, case folded. */
  SURFACE,
  /** The same lemma (WordNet's Morphy) or, where WordNet has none, the same stem. */
  LEMMA,
  /** Synonyms, antonyms, hypernym and hyponym, or derivations of each other in WordNet. */
  WORDNET,
  /** Neighbours in the model's own word embeddings, for words as frequent as they. */
  EMBEDDING,
  /** Not related by any tier. */
  NONE;

  /** As it stands in the columns {@code part} and {@code tier}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
