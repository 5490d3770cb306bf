package io.sextant.pattern;

import io.sextant.linguistics.Tier;
import io.sextant.text.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Divides targets that are related words by kind. {@code content_words} has the targets for which
 * neither the query nor the target is a function word, and {@code function_words} has the others.
 * {@code surface}, {@code lemma} and so on divide {@code content_words} by tier.
 *
 * <p>Heads are graded by {@code content_words}, because most words that two English sentences share
 * are function words, and attention from "the" to "the" does not relate meanings.
 */
final class RelatedParts {
  private static final List<Tier> TIERS =
      Arrays.stream(Tier.values()).filter(tier -> tier != Tier.NONE).toList();

  private final AnnotatedPair pair;
  private final Targets.Builder contentWords = new Targets.Builder();
  private final Targets.Builder functionWords = new Targets.Builder();
  private final List<Targets.Builder> tiers =
      Stream.generate(Targets.Builder::new).limit(TIERS.size()).toList();

  RelatedParts(AnnotatedPair pair) {
    this.pair = pair;
  }

  /**
   * Adds the tokens of a word that is related to the query's word.
   *
   * @param query the position of the query
   * @param related the index of the related word
   */
  void add(int query, int related) {
    int own = pair.encoded().wordOf()[query];
    Word word = pair.encoded().words().get(related);
    if (pair.relations().isFunctionWord(own) || pair.relations().isFunctionWord(related)) {
      functionWords.add(query, word.firstToken(), word.endToken());
    } else {
      Tier tier = pair.relations().between(own, related);
      contentWords.add(query, word.firstToken(), word.endToken());
      tiers.get(tier.ordinal()).add(query, word.firstToken(), word.endToken());
    }
  }

  /** Returns the parts: content words, function words, and the content words of each tier. */
  List<Targets> build() {
    List<Targets> parts = new ArrayList<>(List.of(contentWords.build(), functionWords.build()));
    tiers.forEach(tier -> parts.add(tier.build()));
    return parts;
  }
}
