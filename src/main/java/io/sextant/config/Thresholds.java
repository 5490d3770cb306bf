package io.sextant.config;

/**
 * When a head exhibits a pattern. Labels are a view of the scores: other thresholds on the same run
 * give other labels. The keys of {@code sextant.grades} in {@code reference.conf}.
 */
public record Thresholds(
    long minPairs,
    long minQueries,
    double consistency,
    double qValue,
    Cuts position,
    Cuts mark,
    Cuts content) {

  public Thresholds {
    Range.fraction("consistency", consistency);
    Range.fraction("q-value", qValue);
  }

  /** The cuts of the three grades. */
  public record Cuts(Cut dominant, Cut strong, Cut present) {}

  /** What a grade asks for; an AUC of 0 asks for none. */
  public record Cut(double share, double lift, double auc) {}
}
