package io.sextant.attention.edit;

import java.util.List;

/**
 * The rows of a pack, in which pairs follow one another.
 *
 * @param sizes the number of rows of each pair
 * @param firsts the first row of each pair, and at last the number of all rows
 */
record PackRows(int[] sizes, int[] firsts) {

  PackRows(int[] sizes) {
    this(sizes, new int[sizes.length + 1]);
    for (int pair = 0; pair < sizes.length; pair++) {
      firsts[pair + 1] = firsts[pair] + sizes[pair];
    }
  }

  /** Returns the first row of a pair. */
  int first(int pair) {
    return firsts[pair];
  }

  /** Returns the number of all rows. */
  int count() {
    return firsts[sizes.length];
  }

  /** Returns the rows of the positions that the output head reads. */
  int[] read(List<EditedPair> pairs) {
    int[] rows = new int[pairs.stream().mapToInt(pair -> pair.positions().length).sum()];
    int at = 0;
    for (int pair = 0; pair < sizes.length; pair++) {
      for (int position : pairs.get(pair).positions()) {
        rows[at++] = firsts[pair] + position;
      }
    }
    return rows;
  }
}
