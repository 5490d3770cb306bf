package io.sextant.profile.pair;

/**
 * The targets of all parts of a pair and their controls, in flat arrays for loops over the heads.
 * For each head, a set of controls is read once, whatever the number of targets that it is compared
 * with, and a target is read once for all parts that contain it.
 *
 * <pre>
 *   set        0       1             firstControl and firstTarget have one more entry than there
 *   controls   c c c   c c           are sets: a set ends where the next one begins. Controls and
 *   targets    t t     t             targets are cells {@code query * n + key} of one query a set.
 * </pre>
 *
 * @param partition the targets, partitioned by the parts that contain them
 * @param parts the counts and queries of each part
 */
record Comparisons(
    int[] firstControl,
    int[] controls,
    int[] firstTarget,
    int[] targets,
    CellPartition partition,
    ComparedParts parts) {

  /** Returns the number of sets of controls. */
  int sets() {
    return firstControl.length - 1;
  }
}
