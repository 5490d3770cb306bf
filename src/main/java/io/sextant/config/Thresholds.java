package io.sextant.config;

import java.io.Serializable;

/**
 * The conditions under which a head exhibits a pattern: the keys of {@code sextant.grades} in
 * {@code reference.conf}. Labels follow from the scores, so other thresholds give other labels of
 * the same scores.
 */
public record Thresholds(
    long minPairs,
    long minQueries,
    double consistency,
    double qValue,
    Cuts position,
    Cuts mark,
    Cuts content)
    implements Serializable {

  public Thresholds {
    Range.fraction("consistency", consistency);
    Range.fraction("q-value", qValue);
  }

  /** Returns thresholds that give a grade however few the clusters and queries are. */
  public Thresholds ofAnySample() {
    return new Thresholds(0, 0, consistency, qValue, position, mark, content);
  }

  /** The cuts of the three grades, for one family of patterns. */
  public record Cuts(Cut dominant, Cut strong, Cut present) implements Serializable {}

  /** The least share, lift and AUC of a grade; an AUC of 0 sets no condition. */
  public record Cut(double share, double lift, double auc) implements Serializable {}
}
