package io.sextant.syntax;

import io.sextant.text.SentencePair;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Collects the lemmas in the annotation of a pair. */
public final class Lemmas {
  private Lemmas() {}

  /** Returns the lemmas by word, all case folded; empty without annotation. */
  public static Map<String, Set<String>> of(SentencePair pair) {
    Map<String, Set<String>> lemmas = new HashMap<>();
    add(lemmas, pair.annotation().sentenceA(), pair.sentenceA());
    add(lemmas, pair.annotation().sentenceB(), pair.sentenceB());
    return lemmas;
  }

  private static void add(Map<String, Set<String>> lemmas, String block, String sentence) {
    if (block == null) {
      return;
    }
    for (Token token : Conllu.parse(block, sentence).tokens()) {
      if (token.lemma() != null) {
        lemmas
            .computeIfAbsent(token.form().toLowerCase(Locale.ROOT), none -> new TreeSet<>())
            .add(token.lemma().toLowerCase(Locale.ROOT));
      }
    }
  }
}
