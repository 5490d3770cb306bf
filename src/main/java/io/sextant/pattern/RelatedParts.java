package io.sextant.pattern;

import io.sextant.linguistics.Tier;
import io.sextant.text.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Targets that are related words, apart by kind. {@code content_words} are those where neither
 * query nor target is a function word, {@code function_words} the others; {@code surface}, {@code
 * lemma} and so on part {@code content_words} by tier.
 *
 * <p>Labels stand on {@code content_words}: most words that two English sentences have in common
 * are function words, and a head that looks from "the" to "the" relates no meanings.
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

  /** Adds the tokens of a word, by its index, that is related to the query's. */
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

  /** The parts: content words, function words, then content words by tier. */
  List<Targets> build() {
    List<Targets> parts = new ArrayList<>(List.of(contentWords.build(), functionWords.build()));
    tiers.forEach(tier -> parts.add(tier.build()));
    return parts;
  }
}
