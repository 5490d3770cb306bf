package io.sextant.report.finding;

import io.sextant.report.draw.Notation;
import io.sextant.table.RunManifest;

/**
 * Why no head of a run, or of a pattern, has a grade.
 *
 * @param required the setting {@code grades.min-pairs}; 0 if the run does not record it
 * @param there the greatest number of clusters on which a head was scored
 * @param noun what the clusters are, in the plural
 */
record Shortage(long required, long there, String noun) {
  private static final String MIN_PAIRS = "grades.min-pairs";

  /**
   * Creates the reason.
   *
   * @param there the greatest number of clusters on which a head was scored
   * @param clusters the same over all patterns, which tells whether clusters are groups
   */
  static Shortage of(RunManifest run, long there, long clusters) {
    double required = run.number(MIN_PAIRS);
    String inputs = run.sampled() + "s";
    return new Shortage(
        Double.isNaN(required) ? 0 : (long) required,
        there,
        clusters < run.counts().profiled() ? inputs + " or groups of them" : inputs);
  }

  /** Returns a short reason, such as "too few pairs: 37 of 200". */
  String reason() {
    return there < required
        ? "too few " + noun + ": " + Notation.count(there) + " of " + Notation.count(required)
        : "too few queries";
  }

  /** Returns what is missing and what to do, in sentences. */
  String advice() {
    if (there >= required) {
      return "There are too few queries to say which heads exhibit a pattern: grades need as many"
          + " as grades.min-queries says. Profile longer or more "
          + noun
          + ".";
    }
    long missing = required - there;
    return "There are too few "
        + noun
        + " to say which heads exhibit a pattern: grades need "
        + Notation.count(required)
        + ", this run has "
        + Notation.count(there)
        + ", so "
        + Notation.count(missing)
        + (missing == 1 ? " is" : " are")
        + " missing. Profile more, or accept wider intervals with --set "
        + MIN_PAIRS
        + "="
        + there
        + ".";
  }
}
