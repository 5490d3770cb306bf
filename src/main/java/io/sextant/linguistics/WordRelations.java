package io.sextant.linguistics;

/**
 * The relations between the words of a pair. Words are given by their index in {@link
 * io.sextant.text.EncodedPair#words()}.
 */
@FunctionalInterface
public interface WordRelations {

  /** Returns the tier of two different words. It is symmetric, and NONE for punctuation. */
  Tier between(int word, int other);

  /**
   * Returns whether a word is a function word; all other words are content words. It is false if
   * there is no list of function words for the language.
   */
  default boolean isFunctionWord(int word) {
    return false;
  }

  /**
   * Returns whether two different words predict each other by co-occurrence (see {@link
   * Cooccurrences}). It is symmetric, and false for words of the same lemma or if nothing was
   * counted.
   */
  default boolean predicts(int word, int other) {
    return false;
  }
}
