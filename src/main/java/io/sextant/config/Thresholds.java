package io.sextant.config;

/**
 * When a head exhibits a pattern. Labels are a view of the scores: other thresholds on the same run
 * give other labels.
 *
 * @param minPairs fewer clusters than this give the grade {@code insufficient}
 * @param minQueries fewer queries than this give the grade {@code insufficient}
 * @param consistency least part of the pairs that must be over their own null, 0 to 1
 * @param qValue the false discovery rate must be under this
 * @param position cuts for next, previous and self
 * @param mark cuts for delimiters and punctuation
 * @param content cuts for related and predictive words, on share_content
 */
public record Thresholds(
    long minPairs,
    long minQueries,
    double consistency,
    double qValue,
    Cuts position,
    Cuts mark,
    Cuts content) {

  /** The cuts of the three grades. */
  public record Cuts(Cut dominant, Cut strong, Cut present) {}

  /**
   * What a grade asks for.
   *
   * @param share the lower 95 % bound of the share must be at least this
   * @param lift the lower 95 % bound of the lift over the strictest null must be at least this
   * @param auc the part of comparisons with matched controls that are won must be at least this; 0
   *     asks for none
   */
  public record Cut(double share, double lift, double auc) {}
}
