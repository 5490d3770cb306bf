package io.sextant.linguistics;

/** The relation of every two words of one pair. */
@FunctionalInterface
public interface WordRelations {

  /**
   * The tier of two different words, given by their index in {@link
   * io.sextant.text.EncodedPair#words()}; symmetric. Punctuation is related to nothing.
   */
  Tier between(int word, int other);
}
