package io.sextant.pattern;

import io.sextant.text.EncodedPair;
import java.util.List;

/**
 * The pattern {@code next}: the next token. {@code all} is restricted to targets in the same
 * sentence. {@code leak} has the targets at borders of a head that always attends one position to
 * the right: the [SEP] after the last token of a sentence, and [CLS] for the last [SEP], which has
 * no next token.
 */
final class Next implements AttentionPattern {
  @Override
  public String key() {
    return "next";
  }

  @Override
  public List<Targets> targets(AnnotatedPair pair) {
    EncodedPair encoded = pair.encoded();
    Targets.Builder inside = new Targets.Builder();
    Targets.Builder leak = new Targets.Builder();
    for (int segment = 0; segment <= 1; segment++) {
      int start = encoded.sentenceStart(segment);
      int sep = encoded.sentenceEnd(segment);
      for (int i = start; i < sep - 1; i++) {
        inside.add(i, i + 1);
      }
      if (start < sep) {
        leak.add(sep - 1, sep);
      }
    }
    leak.add(encoded.size() - 1, 0);
    return List.of(inside.build(), leak.build());
  }

  @Override
  public List<Targets> clarkTargets(AnnotatedPair pair, List<Targets> own) {
    Targets.Builder right = new Targets.Builder();
    for (int i = 0; i < pair.encoded().size() - 1; i++) {
      right.add(i, i + 1);
    }
    return List.of(right.build(), Targets.NONE);
  }
}
