package io.sextant.profile.relation;

import io.sextant.linguistics.Tier;
import io.sextant.linguistics.WordRelations;
import io.sextant.text.EncodedPair;
import io.sextant.text.Word;
import java.util.Arrays;

/**
 * Counts word pairs, of one word from each sentence, by the class of the words and the tier of
 * their relation.
 */
final class RelationCounts {
  /** The classes of word pairs; their keys are values in tables. */
  enum Words {
    CONTENT_WORDS,
    FUNCTION_WORDS
  }

  private static final int TIERS = Tier.values().length;

  /** The counts, by class and then tier. */
  final long[] counts = new long[Words.values().length * TIERS];

  /** Counts every pair of a word of A and a word of B of which neither is punctuation. */
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

  /** Returns the number of word pairs of a class, whether related or not. */
  long all(Words words) {
    return Arrays.stream(counts, words.ordinal() * TIERS, (words.ordinal() + 1) * TIERS).sum();
  }
}
