package io.sextant.profile.relation;

import io.sextant.linguistics.WordRelations;
import io.sextant.profile.pair.PairAnalysis;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import io.sextant.text.UncutSentenceException;
import java.util.HashMap;
import java.util.Map;

/**
 * Estimates how many relations between two sentences occur by chance, by comparing pairs with
 * shuffled pairs. A shuffled pair combines sentence A of a pair with sentence B of the last earlier
 * pair whose B has the same number of tokens. The two pairs must be of different groups and have no
 * sentence in common. A pair is counted only if such a B exists and the tokenizer accepts the
 * combination. Counting ends after 256 pairs, because each costs as much as relating its words
 * again. The result depends on the order of the pairs.
 */
public final class ShuffledPairs {
  private static final int MOST = 256;

  private final PairAnalysis analysis;
  private final RelationRates rates;

  /** The last pair for each length of sentence B in tokens. */
  private final Map<Integer, SentencePair> before = new HashMap<>();

  private int drawn;

  public ShuffledPairs(PairAnalysis analysis, RelationRates rates) {
    this.analysis = analysis;
    this.rates = rates;
  }

  public void add(EncodedPair pair, WordRelations of) {
    if (!pair.hasSecondSentence() || drawn == MOST) {
      return;
    }
    SentencePair own = pair.pair();
    SentencePair other = before.put(pair.sentenceEnd(1) - pair.sentenceStart(1), own);
    if (other != null && strangers(own, other)) {
      EncodedPair shuffled;
      try {
        shuffled = analysis.encode(own.withSecondOf(other));
      } catch (UncutSentenceException e) {
        return;
      }
      rates.paired.add(pair, of);
      rates.shuffled.add(shuffled, analysis.relate(shuffled));
      drawn++;
    }
  }

  private static boolean strangers(SentencePair own, SentencePair other) {
    return (own.group() == null || !own.group().equals(other.group()))
        && !own.sentenceA().equals(other.sentenceA())
        && !own.sentenceB().equals(other.sentenceB());
  }
}
