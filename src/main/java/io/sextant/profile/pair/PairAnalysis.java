package io.sextant.profile.pair;

import io.sextant.linguistics.WordRelations;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import java.util.function.Function;

/**
 * Computes what must be known about a pair before its maps are read. Each task has its own
 * instance, because it is not thread-safe.
 */
public interface PairAnalysis {

  /**
   * Returns the model's input for a pair.
   *
   * @throws io.sextant.text.UncutSentenceException if the tokenizer cannot tokenize a sentence
   */
  EncodedPair encode(SentencePair pair);

  /** Returns the relations between the words of a pair. */
  WordRelations relate(EncodedPair pair);

  /** Returns an analysis that consists of the given functions. */
  static PairAnalysis of(
      Function<SentencePair, EncodedPair> encoder, Function<EncodedPair, WordRelations> relations) {
    return new PairAnalysis() {
      @Override
      public EncodedPair encode(SentencePair pair) {
        return encoder.apply(pair);
      }

      @Override
      public WordRelations relate(EncodedPair pair) {
        return relations.apply(pair);
      }
    };
  }
}
