package io.sextant.pattern;

import io.sextant.fault.Suggestion;
import io.sextant.fault.UsageException;
import java.util.List;

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
   * @throws UsageException if there is none; the message lists the keys
   */
  public static AttentionPattern named(String key) {
    return ALL.stream()
        .filter(pattern -> pattern.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new UsageException(unknown(key)));
  }

  private static String unknown(String key) {
    List<String> keys = ALL.stream().map(AttentionPattern::key).toList();
    return "no pattern '"
        + key
        + "'; the patterns are "
        + String.join(", ", keys)
        + Suggestion.of(key, keys);
  }
}
