package io.sextant.profile.pair;

import io.sextant.linguistics.WordRelations;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import java.util.function.Function;

/** What has to be known of a pair before its maps are read. One per task; not thread-safe. */
public interface PairAnalysis {

  /**
   * The model's input for a pair.
   *
   * @throws io.sextant.text.UncutSentenceException if the tokenizer cannot cut a sentence of it
   */
  EncodedPair encode(SentencePair pair);

  /** How the words of a pair are related. */
  WordRelations relate(EncodedPair pair);

  /** The analysis that consists of these two. */
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
