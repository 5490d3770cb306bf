package io.sextant.linguistics;

import java.util.Collections;
import java.util.Set;

/**
 * What is known of a word.
 *
 * @param lemmas its base forms; empty where WordNet knows none
 * @param stem its stem
 * @param senses its senses in WordNet
 */
public record WordForms(Set<String> lemmas, String stem, Senses senses) {

  /** Whether two words share a base form or, where one of them has none, the stem. */
  boolean sameLemma(WordForms other) {
    if (lemmas.isEmpty() || other.lemmas.isEmpty()) {
      return stem.equals(other.stem);
    }
    return !Collections.disjoint(lemmas, other.lemmas);
  }
}
