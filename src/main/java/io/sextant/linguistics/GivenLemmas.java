package io.sextant.linguistics;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tier {@code LEMMA} by the lemmas of an annotation; another rule says of words that it gives none
 * of.
 */
final class GivenLemmas implements TierRule {
  private final Map<String, Set<String>> lemmas;
  private final TierRule otherwise;

  /**
   * The rule.
   *
   * @param lemmas of words, all case folded
   * @param otherwise null where there is no other rule
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
