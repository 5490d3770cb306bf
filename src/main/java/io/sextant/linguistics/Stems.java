package io.sextant.linguistics;

import org.tartarus.snowball.ext.porterStemmer;

/**
 * Stems English words by Porter's algorithm of 1980, as the Snowball project implements it. An
 * instance may be used by one thread at a time.
 */
final class Stems {
  private final porterStemmer stemmer = new porterStemmer();

  /** Returns the stem of a lower-case word, which is often not a word itself. */
  String of(String word) {
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }
}
