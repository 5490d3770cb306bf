package io.sextant.pattern;

import io.sextant.text.EncodedPair;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The pattern {@code punctuation}: all punctuation marks, including the query itself. Clark et al.
 * 2019 count only the full stop and the comma.
 */
final class Punctuation implements AttentionPattern {
  private static final Set<String> CLARK_MARKS = Set.of(".", ",");

  @Override
  public String key() {
    return "punctuation";
  }

  @Override
  public List<Targets> targets(AnnotatedPair pair) {
    EncodedPair encoded = pair.encoded();
    return List.of(Targets.shared(Positions.content(encoded), Positions.punctuation(encoded)));
  }

  @Override
  public List<Targets> clarkTargets(AnnotatedPair pair, List<Targets> own) {
    EncodedPair encoded = pair.encoded();
    int[] marks =
        IntStream.range(0, encoded.size())
            .filter(i -> encoded.isPunctuation(i))
            .filter(i -> CLARK_MARKS.contains(encoded.words().get(encoded.wordOf()[i]).text()))
            .toArray();
    return List.of(Targets.shared(Positions.all(encoded), marks));
  }
}
