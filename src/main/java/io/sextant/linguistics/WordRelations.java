package io.sextant.linguistics;

/**
 * The relation of every two words of one pair. Words are given by their index in {@link
 * io.sextant.text.EncodedPair#words()}.
 */
@FunctionalInterface
public interface WordRelations {

  /** The tier of two different words; symmetric. Punctuation is related to nothing. */
  Tier between(int word, int other);

  /**
   * Whether a word is a function word of the language; all others are content words. False where
   * nothing is known of the language.
   */
  default boolean isFunctionWord(int word) {
    return false;
  }

  /**
   * Whether two different words predict each other: they are together in the corpus often and
   * significantly, see {@link Cooccurrences}. Symmetric; never true of words of one lemma. False
   * where nothing was counted.
   */
  default boolean predicts(int word, int other) {
    return false;
  }
}
