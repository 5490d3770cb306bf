package io.sextant.profile.relation;

import io.sextant.linguistics.Tier;
import io.sextant.linguistics.WordRelations;
import io.sextant.text.EncodedPair;
import io.sextant.text.Word;
import java.util.Arrays;

/** Word pairs across sentences, by their words' class and their tier. */
final class RelationCounts {
  /** The classes of word pairs; their names in tables. */
  enum Words {
    CONTENT_WORDS,
    FUNCTION_WORDS
  }

  private static final int TIERS = Tier.values().length;

  /** By class, then tier. */
  final long[] counts = new long[Words.values().length * TIERS];

  /** Counts the pairs of a word of A and a word of B, neither of them punctuation. */
  void add(EncodedPair pair, WordRelations relations) {
    for (int a = 0; a < pair.words().size(); a++) {
      Word word = pair.words().get(a);
      for (int b = a + 1; b < pair.words().size() && !word.punctuation(); b++) {
        Word other = pair.words().get(b);
        if (word.segment() != other.segment() && !other.punctuation()) {
          boolean function = relations.isFunctionWord(a) || relations.isFunctionWord(b);
          Words words = function ? Words.FUNCTION_WORDS : Words.CONTENT_WORDS;
          counts[words.ordinal() * TIERS + relations.between(a, b).ordinal()]++;
        }
      }
    }
  }

  long related(Words words, Tier tier) {
    return counts[words.ordinal() * TIERS + tier.ordinal()];
  }

  /** Related or not. */
  long all(Words words) {
    return Arrays.stream(counts, words.ordinal() * TIERS, (words.ordinal() + 1) * TIERS).sum();
  }
}
