package io.sextant.pattern;

import io.sextant.fault.Suggestion;
import io.sextant.fault.UsageException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * The patterns that are measured: the built-in patterns, and those that the class path provides as
 * services of {@link AttentionPattern}.
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

  /**
   * Returns every pattern in the fixed order of the tables: the built-in patterns, followed by the
   * others by key.
   */
  public static List<AttentionPattern> all() {
    return Stream.concat(OURS.stream(), Provided.PATTERNS.stream()).toList();
  }

  /** Holds the provided patterns, which are loaded once, on first use. */
  private static final class Provided {
    private static final List<AttentionPattern> PATTERNS =
        ServiceLoader.load(AttentionPattern.class, Patterns.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(AttentionPattern::key))
            .toList();
  }

  /**
   * Returns the pattern with the given key.
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
