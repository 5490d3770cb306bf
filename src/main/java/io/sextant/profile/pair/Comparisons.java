package io.sextant.profile.pair;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The targets of all parts of a pair and their controls, each two of them once, however many parts
 * compare them.
 *
 * @param targets cell of the target, {@code query * n + key}
 * @param controls cell of its control
 * @param partition the comparisons by the parts that make them
 * @param trials by part: its comparisons
 */
record Comparisons(int[] targets, int[] controls, CellPartition partition, int[] trials) {

  /**
   * Joins the controls of the parts.
   *
   * @param n positions of the pair
   */
  static Comparisons of(List<MatchedControls> byPart, int n) {
    Map<Long, Long> parts = new LinkedHashMap<>();
    int[] trials = new int[byPart.size()];
    for (int part = 0; part < byPart.size(); part++) {
      MatchedControls controls = byPart.get(part);
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
    return new Comparisons(targets, controls, new CellPartition(sets), trials);
  }

  int size() {
    return targets.length;
  }
}
