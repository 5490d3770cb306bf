package io.sextant.syntax;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The lemmas that the annotation of some sentences gives. */
public final class Lemmas {
  /** By sentence: its annotation. */
  private final Map<String, String> blocks = new HashMap<>();

  /** Keeps the annotation of a sentence, which may be null. */
  public void add(String sentence, String block) {
    if (block != null) {
      blocks.put(sentence, block);
    }
  }

  /** The lemmas of the words of two sentences, of which any may be null, all case folded. */
  public Map<String, Set<String>> of(String sentenceA, String sentenceB) {
    Map<String, Set<String>> lemmas = new HashMap<>();
    for (String sentence : new String[] {sentenceA, sentenceB}) {
      String block = blocks.get(sentence);
      if (block != null) {
        for (Token token : Conllu.parse(block, sentence).tokens()) {
          if (token.lemma() != null) {
            lemmas
                .computeIfAbsent(token.form().toLowerCase(Locale.ROOT), none -> new TreeSet<>())
                .add(token.lemma().toLowerCase(Locale.ROOT));
          }
        }
      }
    }
    return lemmas;
  }
}
