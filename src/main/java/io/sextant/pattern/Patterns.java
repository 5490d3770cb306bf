package io.sextant.pattern;

import io.sextant.fault.Suggestion;
import io.sextant.fault.UsageException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * The patterns that are measured: ours, and those that the class path provides as services of
 * {@link AttentionPattern}.
 */
public final class Patterns {
  private static final List<AttentionPattern> OURS =
      List.of(
          new Next(),
          new Previous(),
          new Self(),
          new Delimiter(),
          new Punctuation(),
          new Related(),
          new RelatedOther(),
          new PredictiveSubword(),
          new PredictiveCooccurrence(),
          new OwnSentence(),
          new OtherSentence());

  private Patterns() {}

  /** Every pattern, in the fixed order of the tables: ours, then others by their keys. */
  public static List<AttentionPattern> all() {
    return Stream.concat(OURS.stream(), Provided.PATTERNS.stream()).toList();
  }

  /** Loaded once, when the patterns are first asked for. */
  private static final class Provided {
    private static final List<AttentionPattern> PATTERNS =
        ServiceLoader.load(AttentionPattern.class, Patterns.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(AttentionPattern::key))
            .toList();
  }

  /**
   * The pattern of that key.
   *
   * @throws UsageException if there is none; the message lists the keys
   */
  public static AttentionPattern named(String key) {
    return all().stream()
        .filter(pattern -> pattern.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new UsageException(unknown(key)));
  }

  private static String unknown(String key) {
    List<String> keys = all().stream().map(AttentionPattern::key).toList();
    return "no pattern '"
        + key
        + "'; the patterns are "
        + String.join(", ", keys)
        + Suggestion.of(key, keys);
  }
}
