package io.sextant.linguistics;

import com.johnsnowlabs.nlp.AnnotatorType;
import com.johnsnowlabs.nlp.annotators.Stemmer;

/**
 * Stems English words with Spark NLP's Stemmer, which is Porter's. An instance may be used by one
 * thread at a time.
 */
final class Stems {
  private final Stemmer stemmer = new Stemmer();

  /** Returns the stem of a lower-case word, which is often not a word itself. */
  String of(String word) {
    return Annotators.annotate(stemmer, AnnotatorType.TOKEN(), word).get(0);
  }
}
