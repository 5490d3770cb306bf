package io.sextant.linguistics;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rule of the tier {@code LEMMA} with the lemmas of an annotation. For words without a lemma in
 * it, another rule decides.
 */
final class GivenLemmas implements TierRule {
  private final Map<String, Set<String>> lemmas;
  private final TierRule otherwise;

  /**
   * Creates the rule.
   *
   * @param lemmas the lemmas by word, all case folded
   * @param otherwise the rule for words without a lemma; null for none
   */
  GivenLemmas(Map<String, Set<String>> lemmas, TierRule otherwise) {
    this.lemmas = lemmas;
    this.otherwise = otherwise;
  }

  @Override
  public Relation over(PairWords words) {
    List<String> surfaces = words.surfaces();
    Relation fallback = otherwise == null ? (word, other) -> false : otherwise.over(words);
    return (word, other) -> {
      Set<String> of = lemmas.get(surfaces.get(word));
      Set<String> ofOther = lemmas.get(surfaces.get(other));
      return of == null || ofOther == null
          ? fallback.holds(word, other)
          : !Collections.disjoint(of, ofOther);
    };
  }
}
