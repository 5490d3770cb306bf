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
 * Encodes a pair with the model's tokenizer, and relates its words by lemma, WordNet, the model's
 * embeddings and co-occurrence in the corpus. Co-occurrence is counted on one half of the corpus
 * and looked up in pairs of the other half only.
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
