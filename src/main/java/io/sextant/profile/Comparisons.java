package io.sextant.profile;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The targets of all parts of a pair and their controls, each two of them once, however many parts
 * compare them.
 *
 * @param targets cell of the target, {@code query * n + key}
 * @param controls cell of its control
 * @param kinds the comparisons by the parts that make them
 * @param trialsOfParts by part: its comparisons
 */
record Comparisons(int[] targets, int[] controls, Kinds kinds, int[] trialsOfParts) {

  /**
   * Joins the controls of the parts.
   *
   * @param n positions of the pair
   */
  static Comparisons of(MatchedControls[] byPart, int n) {
    Map<Long, Long> parts = new LinkedHashMap<>();
    int[] trials = new int[byPart.length];
    for (int part = 0; part < byPart.length; part++) {
      MatchedControls controls = byPart[part];
      trials[part] = controls.size();
      for (int k = 0; k < controls.size(); k++) {
        int row = controls.query(k) * n;
        long two = (long) (row + controls.target(k)) << Integer.SIZE | row + controls.control(k);
        parts.merge(two, 1L << part, (sets, one) -> sets | one);
      }
    }
    int size = parts.size();
    int[] targets = new int[size];
    int[] controls = new int[size];
    long[] sets = new long[size];
    int k = 0;
    for (Map.Entry<Long, Long> comparison : parts.entrySet()) {
      targets[k] = (int) (comparison.getKey() >>> Integer.SIZE);
      controls[k] = comparison.getKey().intValue();
      sets[k++] = comparison.getValue();
    }
    return new Comparisons(targets, controls, new Kinds(sets), trials);
  }

  int size() {
    return targets.length;
  }

  /** Comparisons of a part. */
  int trials(int part) {
    return trialsOfParts[part];
  }
}
