package io.sextant.profile.relation;

import io.sextant.linguistics.WordRelations;
import io.sextant.profile.pair.PairAnalysis;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import io.sextant.text.UncutSentenceException;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells how many relations between sentences are accidents: holds pairs against shuffled ones, in
 * which A stands beside the B of the pair before it whose B has as many tokens. That pair must be
 * of another group, and neither sentence the same. Pairs that find no such B are not counted; nor
 * are those whose sentences the tokenizer does not cut a second time, nor those after the first 256
 * that find one, for each costs as much as relating its words again. What is drawn depends on the
 * order of the pairs.
 */
public final class ShuffledPairs {
  private static final int MOST = 256;

  private final PairAnalysis analysis;
  private final RelationRates rates;

  /** The last pair, by the length of its B in tokens. */
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
