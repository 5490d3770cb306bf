package io.sextant.profile.pair;

/**
 * The targets of all parts of a pair beside their controls, flat, for loops over the heads. Each
 * set of controls is read once a head, whatever the number of targets that are held against it, and
 * a target once for all parts that have it.
 *
 * <pre>
 *   set        0       1             firstControl and firstTarget have one more entry than sets:
 *   controls   c c c   c c           the next set's first is the end. Controls and targets are
 *   targets    t t     t             cells {@code query * n + key}; a set has one query.
 * </pre>
 *
 * @param partition the targets by the parts that have them
 * @param parts what each part compares
 */
record Comparisons(
    int[] firstControl,
    int[] controls,
    int[] firstTarget,
    int[] targets,
    CellPartition partition,
    ComparedParts parts) {

  /** Sets of controls. */
  int sets() {
    return firstControl.length - 1;
  }
}
