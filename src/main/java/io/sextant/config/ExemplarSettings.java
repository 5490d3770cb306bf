package io.sextant.config;

/**
 * The settings of which pairs are shown as exemplars: the keys of {@code sextant.exemplars} in
 * {@code reference.conf}.
 */
public record ExemplarSettings(int perHead, int maxTokens, int minQueries) {

  public ExemplarSettings {
    Range.atLeast(0, "per-head", perHead);
    Range.atLeast(0, "max-tokens", maxTokens);
    Range.atLeast(1, "min-queries", minQueries);
  }
}
