package io.sextant.pattern;

import io.sextant.text.EncodedPair;
import io.sextant.text.Word;
import java.util.List;

/** The other pieces of one's own word, as straw and ##berries; for words of two or more pieces. */
final class PredictivePiece implements AttentionPattern {
  @Override
  public String key() {
    return "predictive_piece";
  }

  @Override
  public List<Targets> targets(AnnotatedPair pair) {
    EncodedPair encoded = pair.encoded();
    Targets.Builder others = new Targets.Builder();
    for (Word word : encoded.words()) {
      for (int i = word.firstPiece(); i < word.endPiece(); i++) {
        others.add(i, word.firstPiece(), i);
        others.add(i, i + 1, word.endPiece());
      }
    }
    return List.of(others.build());
  }
}
