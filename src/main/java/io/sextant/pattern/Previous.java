package io.sextant.pattern;

import io.sextant.text.EncodedPair;
import java.util.List;

/**
 * The pattern {@code previous}: the previous token. {@code all} is restricted to targets in the
 * same sentence. {@code leak} has the targets at borders of a head that always attends one position
 * to the left: the delimiter before the first token of a sentence.
 */
final class Previous implements AttentionPattern {
  @Override
  public String key() {
    return "previous";
  }

  @Override
  public List<Targets> targets(AnnotatedPair pair) {
    EncodedPair encoded = pair.encoded();
    Targets.Builder inside = new Targets.Builder();
    Targets.Builder leak = new Targets.Builder();
    for (int segment = 0; segment <= 1; segment++) {
      int start = encoded.sentenceStart(segment);
      int end = encoded.sentenceEnd(segment);
      if (start < end) {
        leak.add(start, start - 1);
      }
      for (int i = start + 1; i < end; i++) {
        inside.add(i, i - 1);
      }
    }
    return List.of(inside.build(), leak.build());
  }

  @Override
  public List<Targets> clarkTargets(AnnotatedPair pair, List<Targets> own) {
    Targets.Builder left = new Targets.Builder();
    for (int i = 1; i < pair.encoded().size(); i++) {
      left.add(i, i - 1);
    }
    return List.of(left.build(), Targets.NONE);
  }
}
