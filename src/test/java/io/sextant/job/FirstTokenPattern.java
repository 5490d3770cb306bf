package io.sextant.job;

import io.sextant.pattern.AnnotatedPair;
import io.sextant.pattern.AttentionPattern;
import io.sextant.pattern.Targets;
import io.sextant.text.EncodedPair;
import java.util.List;

/** A pattern in another jar, which {@link OwnPatternTest} puts on the class path. */
public final class FirstTokenPattern implements AttentionPattern {
  @Override
  public String key() {
    return "first_token";
  }

  @Override
  public List<Targets> targets(AnnotatedPair pair) {
    EncodedPair encoded = pair.encoded();
    Targets.Builder first = new Targets.Builder();
    for (int segment = 0; segment <= 1; segment++) {
      int start = encoded.sentenceStart(segment);
      for (int i = start; i < encoded.sentenceEnd(segment); i++) {
        first.add(i, start);
      }
    }
    return List.of(first.build());
  }
}
