package io.sextant.report.finding;

import io.sextant.report.draw.Notation;
import io.sextant.table.RunManifest;

/**
 * Why no head of a run has a grade.
 *
 * @param required the setting {@code grades.min-pairs}; 0 if the run does not record it
 * @param pairs the greatest number of clusters on which a head was scored
 */
record Shortage(long required, long pairs) {
  private static final String MIN_PAIRS = "grades.min-pairs";

  static Shortage of(RunManifest run, long pairs) {
    Object required = run.configuration() == null ? null : run.configuration().get(MIN_PAIRS);
    return new Shortage(required instanceof Number number ? number.longValue() : 0, pairs);
  }

  /** Returns a short reason, such as "too few pairs: 37 of 200". */
  String reason() {
    if (pairs < required) {
      return "too few pairs: " + Notation.count(pairs) + " of " + Notation.count(required);
    }
    return "too few queries";
  }

  /** Returns what is missing and what to do, in sentences. */
  String advice() {
    if (pairs >= required) {
      return "There are too few queries to say which heads exhibit a pattern: grades need as many"
          + " as grades.min-queries says. Profile longer or more pairs.";
    }
    return "There are too few pairs to say which heads exhibit a pattern: grades need "
        + Notation.count(required)
        + ", this run has "
        + Notation.count(pairs)
        + ", so "
        + Notation.count(required - pairs)
        + (required - pairs == 1 ? " is" : " are")
        + " missing. Profile more pairs, or accept wider intervals with --set "
        + MIN_PAIRS
        + "="
        + pairs
        + ".";
  }
}
