package io.sextant.job.executor;

import io.sextant.linguistics.Cooccurrences;
import io.sextant.linguistics.RelatedWords;
import io.sextant.linguistics.WordRelations;
import io.sextant.profile.pair.PairAnalysis;
import io.sextant.syntax.Lemmas;
import io.sextant.text.EncodedPair;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;

/**
 * A pair by the model's tokenizer, and its words by their lemmas, WordNet, the model's embeddings
 * and what co-occurs in the corpus. What was counted in one half of the corpus is looked for in the
 * other.
 */
final class ChunkAnalysis implements PairAnalysis {
  private final PairEncoder encoder;
  private final RelatedWords related;
  private final Cooccurrences cooccurrences;

  ChunkAnalysis(PairEncoder encoder, RelatedWords related, Cooccurrences cooccurrences) {
    this.encoder = encoder;
    this.related = related;
    this.cooccurrences = cooccurrences;
  }

  @Override
  public EncodedPair encode(SentencePair pair) {
    return encoder.encode(pair);
  }

  @Override
  public WordRelations relate(EncodedPair encoded) {
    SentencePair pair = encoded.pair();
    return related.in(
        encoded, Lemmas.of(pair), pair.isCounted() ? Cooccurrences.NONE : cooccurrences);
  }
}
