package io.sextant.job;

import io.sextant.config.ProfileSettings;
import io.sextant.fault.UsageException;
import io.sextant.pattern.AttentionPattern;
import io.sextant.pattern.Patterns;
import java.util.List;

/** Selects the patterns that a run measures. */
final class MeasuredPatterns {
  static final String COOCCURRENCE = "predictive_cooccurrence";

  private MeasuredPatterns() {}

  /**
   * Returns the keys of the patterns, in the order of the tables.
   *
   * @throws UsageException if a pattern that is asked for does not exist, or is switched off
   */
  static List<String> of(ProfileSettings settings) {
    List<String> asked = settings.patterns();
    asked.forEach(Patterns::named);
    boolean counts = settings.cooccurrence().enabled();
    if (!counts && asked.contains(COOCCURRENCE)) {
      throw new UsageException(
          "pattern "
              + COOCCURRENCE
              + " is asked for, and cooccurrence.enabled is false: leave one of the two out");
    }
    return Patterns.all().stream()
        .map(AttentionPattern::key)
        .filter(key -> asked.isEmpty() || asked.contains(key))
        .filter(key -> counts || !key.equals(COOCCURRENCE))
        .toList();
  }
}
