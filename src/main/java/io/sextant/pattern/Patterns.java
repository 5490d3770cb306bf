package io.sextant.pattern;

import io.sextant.fault.BadInputException;
import java.util.List;
import java.util.stream.Collectors;

/** The patterns that are measured. */
public final class Patterns {
  private static final List<AttentionPattern> ALL =
      List.of(
          new Next(),
          new Previous(),
          new Self(),
          new Delimiter(),
          new Punctuation(),
          new Related(),
          new RelatedOther(),
          new PredictivePiece(),
          new PredictiveCooccurrence(),
          new OwnSentence(),
          new OtherSentence());

  private Patterns() {}

  /** Every pattern, in the fixed order of the tables; keys are distinct. */
  public static List<AttentionPattern> all() {
    return ALL;
  }

  /**
   * The pattern of that key.
   *
   * @throws BadInputException if there is none; the message lists the keys
   */
  public static AttentionPattern named(String key) {
    return ALL.stream()
        .filter(pattern -> pattern.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new BadInputException(unknown(key)));
  }

  private static String unknown(String key) {
    return ALL.stream()
        .map(AttentionPattern::key)
        .collect(Collectors.joining(", ", "no pattern '" + key + "'; the patterns are ", ""));
  }
}
