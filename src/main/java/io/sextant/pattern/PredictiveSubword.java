package io.sextant.pattern;

import io.sextant.text.EncodedPair;
import io.sextant.text.Word;
import java.util.List;

/**
 * The pattern {@code predictive_subword}: the other tokens of the query's word, such as straw and
 * ##berries. Words of one token are not eligible.
 */
final class PredictiveSubword implements AttentionPattern {
  @Override
  public String key() {
    return "predictive_subword";
  }

  @Override
  public List<Targets> targets(AnnotatedPair pair) {
    EncodedPair encoded = pair.encoded();
    Targets.Builder others = new Targets.Builder();
    for (Word word : encoded.words()) {
      for (int i = word.firstToken(); i < word.endToken(); i++) {
        others.add(i, word.firstToken(), i);
        others.add(i, i + 1, word.endToken());
      }
    }
    return List.of(others.build());
  }
}
