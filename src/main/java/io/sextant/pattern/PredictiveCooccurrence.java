package io.sextant.pattern;

import io.sextant.text.EncodedPair;
import io.sextant.text.Word;
import java.util.List;

/**
 * The pattern {@code predictive_cooccurrence}: the words of either sentence that predict the
 * query's word by co-occurrence in the corpus. Queries without such a word are not eligible. A word
 * does not predict itself or a word of the same lemma.
 */
final class PredictiveCooccurrence implements AttentionPattern {
  @Override
  public String key() {
    return "predictive_cooccurrence";
  }

  @Override
  public List<Targets> targets(AnnotatedPair pair) {
    EncodedPair encoded = pair.encoded();
    List<Word> words = encoded.words();
    Targets.Builder partners = new Targets.Builder();
    for (int i = 0; i < encoded.size(); i++) {
      if (!encoded.isDelimiter(i)) {
        for (int w : pair.predicted(encoded.wordOf()[i])) {
          partners.add(i, words.get(w).firstToken(), words.get(w).endToken());
        }
      }
    }
    return List.of(partners.build());
  }
}
