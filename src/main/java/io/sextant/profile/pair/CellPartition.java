package io.sextant.profile.pair;

import io.sextant.pattern.Targets;
import io.sextant.profile.state.SlotArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Items by the sets that have them: those of the same sets are of one kind. Sets overlap, kinds do
 * not, so that each item is summed once, whatever the number of sets, and the sum of a set is that
 * of its kinds. Items that no set has are of a kind too.
 */
public final class CellPartition {
  /** Sets that can be told apart. */
  static final int MOST_SETS = Long.SIZE;

  private final int[] ofItem;

  /** By kind: a bit for each set that has it. */
  private final long[] sets;

  /**
   * Finds the kinds, in the order of their first items.
   *
   * @param setsOfItems by item: a bit for each set that has it
   */
  CellPartition(long[] setsOfItems) {
    Map<Long, Integer> found = new LinkedHashMap<>();
    ofItem = new int[setsOfItems.length];
    int last = -1;
    for (int item = 0; item < ofItem.length; item++) {
      if (item == 0 || setsOfItems[item] != setsOfItems[item - 1]) {
        last = found.computeIfAbsent(setsOfItems[item], absent -> found.size());
      }
      ofItem[item] = last;
    }
    sets = found.keySet().stream().mapToLong(Long::longValue).toArray();
  }

  /**
   * The kinds of the cells {@code query * n + key} of a map.
   *
   * @param n positions of the pair
   * @throws IllegalArgumentException if there are more than {@link #MOST_SETS}
   */
  static CellPartition ofCells(List<Targets> sets, int n) {
    if (sets.size() > MOST_SETS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d sets of targets, not the %d that can be told apart",
              sets.size(),
              MOST_SETS));
    }
    long[] setsOfCells = new long[n * n];
    for (int set = 0; set < sets.size(); set++) {
      Targets targets = sets.get(set);
      for (int r = 0; r < targets.queries(); r++) {
        int row = targets.query(r) * n;
        for (int k = targets.firstRange(r); k < targets.firstRange(r + 1); k++) {
          for (int key = targets.start(k); key < targets.end(k); key++) {
            setsOfCells[row + key] |= 1L << set;
          }
        }
      }
    }
    return new CellPartition(setsOfCells);
  }

  int count() {
    return sets.length;
  }

  /** The kind of an item, from 0. */
  int of(int item) {
    return ofItem[item];
  }

  /** Whether any set has the items of a kind. */
  boolean inAny(int kind) {
    return inAny(kind, -1);
  }

  /** Whether any of some sets, a bit each, has them. */
  boolean inAny(int kind, long some) {
    return (sets[kind] & some) != 0;
  }

  boolean in(int kind, int set) {
    return (sets[kind] >>> set & 1) != 0;
  }

  /**
   * Sums what a set has, for all heads.
   *
   * @param byKind has a row for every kind
   * @param to takes the sums in the row of the part
   */
  void sum(int set, SlotArray byKind, SlotArray to, int part) {
    to.fill(part, 0);
    for (int kind = 0; kind < sets.length; kind++) {
      if (in(kind, set)) {
        to.add(part, byKind, kind);
      }
    }
  }
}
