package io.sextant.linguistics;

import java.util.Collections;
import java.util.Set;

/**
 * The base forms, the stem and the senses of a word.
 *
 * @param lemmas the base forms; empty if WordNet knows none
 * @param stem the stem
 * @param senses the senses in WordNet
 */
public record WordForms(Set<String> lemmas, String stem, Senses senses) {

  /** Returns whether two words share a base form or, if one of them has none, the stem. */
  boolean sameLemma(WordForms other) {
    if (lemmas.isEmpty() || other.lemmas.isEmpty()) {
      return stem.equals(other.stem);
    }
    return !Collections.disjoint(lemmas, other.lemmas);
  }
}
