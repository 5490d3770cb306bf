package io.sextant.pattern;

import io.sextant.text.EncodedPair;
import java.util.List;

/**
 * The delimiters: {@code all} of them, [CLS], the first and the second [SEP] apart, and {@code
 * sep}, which is either [SEP]. A single sentence has no second [SEP].
 */
final class Delimiter implements AttentionPattern {
  private static final List<String> PARTS = List.of("all", "cls", "first_sep", "second_sep", "sep");

  @Override
  public String key() {
    return "delimiter";
  }

  @Override
  public Family family() {
    return Family.MARK;
  }

  @Override
  public List<String> parts() {
    return PARTS;
  }

  @Override
  public List<String> labelParts() {
    return PARTS;
  }

  @Override
  public List<Targets> targets(AnnotatedPair pair) {
    return of(pair.encoded(), Positions.content(pair.encoded()));
  }

  @Override
  public List<Targets> clarkTargets(AnnotatedPair pair, List<Targets> own) {
    return of(pair.encoded(), Positions.all(pair.encoded()));
  }

  private static List<Targets> of(EncodedPair pair, int[] queries) {
    int cls = 0;
    int first = pair.firstSep();
    Targets toCls = Targets.shared(queries, cls);
    Targets toFirst = Targets.shared(queries, first);
    if (!pair.hasSecondSentence()) {
      return List.of(Targets.shared(queries, cls, first), toCls, toFirst, Targets.NONE, toFirst);
    }
    int second = pair.size() - 1;
    return List.of(
        Targets.shared(queries, cls, first, second),
        toCls,
        toFirst,
        Targets.shared(queries, second),
        Targets.shared(queries, first, second));
  }
}
