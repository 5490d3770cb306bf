package io.sextant.linguistics;

import com.johnsnowlabs.nlp.AnnotatorType;
import com.johnsnowlabs.nlp.annotators.Stemmer;

/** Stems of English words by Spark NLP's Stemmer, which is Porter's. For one thread at a time. */
final class Stems {
  private final Stemmer stemmer = new Stemmer();

  /** The stem of a lower-case word; seldom a word itself. */
  String of(String word) {
    return Annotators.annotate(stemmer, AnnotatorType.TOKEN(), word).get(0);
  }
}
