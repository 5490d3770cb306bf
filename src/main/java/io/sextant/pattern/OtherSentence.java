package io.sextant.pattern;

import io.sextant.text.EncodedPair;
import java.util.List;

/**
 * The pattern {@code other_sentence}: the content tokens of the other sentence. It does not apply
 * to single sentences.
 */
final class OtherSentence implements AttentionPattern {
  @Override
  public String key() {
    return "other_sentence";
  }

  @Override
  public List<Targets> targets(AnnotatedPair pair) {
    EncodedPair encoded = pair.encoded();
    Targets.Builder other = new Targets.Builder();
    for (int i : Positions.content(encoded)) {
      int segment = 1 - encoded.segment(i);
      other.add(i, encoded.sentenceStart(segment), encoded.sentenceEnd(segment));
    }
    return List.of(other.build());
  }
}
