package io.sextant.pattern;

import io.sextant.text.EncodedPair;
import java.util.List;

/**
 * The pattern {@code own_sentence}: the content tokens of the query's sentence, including the query
 * itself.
 */
final class OwnSentence implements AttentionPattern {
  @Override
  public String key() {
    return "own_sentence";
  }

  @Override
  public List<Targets> targets(AnnotatedPair pair) {
    EncodedPair encoded = pair.encoded();
    Targets.Builder own = new Targets.Builder();
    for (int i : Positions.content(encoded)) {
      int segment = encoded.segment(i);
      own.add(i, encoded.sentenceStart(segment), encoded.sentenceEnd(segment));
    }
    return List.of(own.build());
  }
}
