package io.sextant.linguistics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a word's inflections have in common.
 *
 * @param lemmas its base forms; empty where WordNet knows none
 * @param stem its stem
 */
record WordForms(Set<String> lemmas, String stem) {

  /** Whether two words share a base form or, where one of them has none, the stem. */
  boolean sameLemma(WordForms other) {
    if (lemmas.isEmpty() || other.lemmas.isEmpty()) {
      return stem.equals(other.stem);
    }
    return !Collections.disjoint(lemmas, other.lemmas);
  }

  /** Forms by lower-case word, the latest used kept. For use by one thread at a time. */
  static final class Cache {
    private static final int CAPACITY = 20_000;

    private final Stems stems = new Stems();
    private final Map<String, WordForms> forms =
        new LinkedHashMap<>(1024, .75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, WordForms> eldest) {
            return size() > CAPACITY;
          }
        };

    WordForms of(String word) {
      return forms.computeIfAbsent(
          word, w -> new WordForms(Set.copyOf(WordNet.instance().baseForms(w)), stems.of(w)));
    }
  }
}
